import { arbitrate, type Elect } from './arbiter.js';
import { keepInTab, readCookie, readSettledCookie, writeCookie } from './cookie.js';
import { factsAbout, readFacts, saveFacts } from './facts.js';
import { hint } from './hint.js';
import { createPublisher } from './publisher.js';
import { mintSessionId, sessionIdTime } from './session-id.js';
import type { ConfigurableManager, Session, SessionOptions, SessionPersistence, SessionReason } from './types.js';
import { watchCookie } from './watch.js';

/** How long to wait for another tab's word on why an ID is new, in ms. */
const PATIENCE = 50;
/** Within this time of a logout, in ms, another one is the same one. */
const SAME_LOGOUT = 1000;

/**
 * The session in the cookie. Each step runs alone, in order, and looks at the cookie afresh: the cookie is the
 * authority, events are only reasons to look.
 */
export function createCookieSession(name: string): ConfigurableManager {
  /** `signedIn`: what was told since it was last looked at; null is a logout by the interface. */
  const asked: Omit<SessionOptions, 'signedIn'> & { signedIn?: boolean | null } = {};
  let persistence: SessionPersistence = 'cookie';
  let steps: Promise<unknown> | undefined;

  const step = (work: () => Promise<void>): Promise<unknown> => (steps = (steps?.then(work) ?? work()).catch(console.error));

  const sessionOf = (id: string): Session => {
    const [, at = Date.now()] = factsAbout(id);
    const startedAt = sessionIdTime(id) ?? at;
    if (startedAt == at) saveFacts({ reason: undefined, at }, id);
    if (persistence != 'cookie') hint('cookie', name, 'using ' + persistence, 'warn');
    return { id, startedAt, persistence };
  };

  /**
   * Whether the customer has signed out since this was last looked at, by the host's word or by the `auth-cookie`, of
   * which it is only looked at whether it is there, never what it holds.
   */
  const signedOut = (): boolean | undefined => {
    const { authCookie, signedIn = authCookie && readCookie(authCookie)[2] } = asked;
    asked.signedIn = undefined;
    const was = readFacts().signedIn;
    if (signedIn !== undefined && was != signedIn) saveFacts({ signedIn: signedIn as boolean });
    return signedIn === null || (was && signedIn === false);
  };

  /** Finds out what became of the cookie, and goes along. Synchronous at first, so that the first paint can show a live ID. */
  const look = async (): Promise<void> => {
    // While prerendering nothing is made, written or told: the page may never be seen.
    const page = document as { prerendering?: boolean; onprerenderingchange?: unknown };
    if (page.prerendering) await new Promise((activated) => (page.onprerenderingchange = activated));
    const before = manager.session;
    const [id, where, present] = before ? await readSettledCookie(name) : readCookie(name);
    const [last, since] = factsAbout(id);
    if (signedOut() && !(last == 'logout' && Date.now() - since! < SAME_LOGOUT))
      return begin('logout', before ?? (id ? sessionOf(id) : null));
    if (before && (id == before.id || persistence == 'memory')) return;
    if (!id) return begin(present ? 'invalid' : before ? 'cookie-reset' : 'start', before);
    persistence = where;
    const session = sessionOf(id);
    if (!before) return tell(session, 'resume', 'outside', before);
    show(session);
    if (!last) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    const [reason] = factsAbout(id);
    tell(session, reason ?? 'adopted', reason ? 'other-tab' : 'outside', before);
  };

  /** Begins a new session in place of one, unless another tab did so already; then goes along with that. */
  const begin = async (reason: SessionReason, before: Session | null): Promise<void> => {
    show(null);
    let made: string | undefined;
    const elect: Elect = (...rivals) => {
      const at = Date.now();
      const id = rivals.find((rival) => rival && rival != before?.id) || (made = mintSessionId(at));
      if (readCookie(name)[0] != id) writeCookie(name, id, asked.cookieDomain);
      // After the cookie: the `storage` event makes the other tabs look, where there is no `cookieStore`.
      if (made) saveFacts({ reason, at }, id);
      return id;
    };
    const id = await arbitrate(name, elect);
    const [seen, where] = await readSettledCookie(name);
    persistence = seen ? where : keepInTab(name, id);
    tell(sessionOf(id), factsAbout(id)[0] ?? reason, made ? 'this-tab' : 'other-tab', before);
  };

  const [manager, show, tell] = createPublisher(
    async (reason) => {
      if (reason == 'logout') asked.signedIn = null;
      await step(reason == 'logout' ? look : () => begin('renew', manager.session));
      return manager.session!;
    },
    (more) => {
      for (const key of ['cookieDomain', 'authCookie'] as const) {
        const value = more[key];
        if (value && value != (asked[key] ??= value)) hint(key, value, `using "${asked[key]}"`, 'warn');
      }
      // Said in a fresh document or in the tab in front: a page in the background may say what was true an hour ago.
      if (!(more.signedIn && steps && document.hidden)) asked.signedIn = more.signedIn ?? asked.signedIn;
      void step(look);
    },
  );
  watchCookie(() => step(look));
  return manager;
}
