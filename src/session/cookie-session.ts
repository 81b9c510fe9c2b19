import { arbitrate, type Elect } from './arbiter.js';
import { takeOver, type Asked } from './asked.js';
import { erase, heardWithdrawn, untilErased } from './consent.js';
import { bury, isDead, keepInTab, readCookie, readSettledCookie, writeCookie } from './cookie.js';
import { isExpired } from './expiry.js';
import { factsAbout, readFacts, resetsBefore, saveFacts, type Facts } from './facts.js';
import { hint } from './hint.js';
import { createPublisher } from './publisher.js';
import { isSessionId, mintSessionId, sessionIdTime } from './session-id.js';
import { isServersAnswer, signedOut } from './sign-out.js';
import { sleep } from './sleep.js';
import type { ConfigurableManager, Session, SessionPersistence, SessionReason } from './types.js';
import { watch } from './watch.js';

/** How long to wait for another tab's word on why an ID is new, in ms. */
const PATIENCE = 150;
/** What another tab has done within this time, in ms, may be what this one is about to do (a logout), or not be visible yet. */
const RECENT = 1000;
/** How often the customer's activity is written down at most, in ms. */
const ACTIVITY = 15e3;

/**
 * The session in the cookie. Each step runs alone, in order, and looks at the cookie afresh: the cookie is the
 * authority, events are only reasons to look. README.md draws the states, and says who may write what when.
 */
export function createCookieSession(name: string): ConfigurableManager {
  const asked: Asked = { persistence: 'cookie' };
  let persistence: SessionPersistence = 'cookie';
  /** When this page saw the customer last, in ms since 1970. */
  let active = 0;
  /** All IDs that this page has shown: a record of the arbiter that names one is out of date. */
  const past = new Set<string>();
  /** Told before the arbiter has decided, since a caller could not wait. */
  let promised: string | undefined;
  /** Consent is withdrawn, and what is still in the cookie says nothing. */
  let isLeaving = false;
  let steps: Promise<unknown> | undefined;

  const step = (work: () => Promise<unknown>): Promise<unknown> =>
    (steps = (steps?.then(() => work()) ?? work()).catch(console.error));

  const save = (more: Facts, id?: string) => saveFacts(name, asked.persistence == 'cookie', more, id);
  const isRecent = (at?: number) => Math.abs(Date.now() - at!) < RECENT;
  const isOver = (id: string) => isExpired(name, id, active, asked.maxDuration, asked.inactivityTimeout);

  const sessionOf = (id: string): Session => {
    if (persistence != asked.persistence) hint('cookie', name, 'warn', 'using ' + persistence);
    // What an earlier page had to keep in the tab would come back at the next reset.
    if (persistence == 'cookie') keepInTab(name);
    past.add(id);
    return { id, startedAt: sessionIdTime(id) ?? factsAbout(name, id)[1] ?? Date.now(), persistence };
  };

  /**
   * Writes down when a session that began elsewhere was first seen. Not over what is new and, where the ID is our own, not
   * at once: another tab may just be writing why that session began, or the next one.
   */
  const noteFirst = async (session: Session): Promise<void> => {
    const { id, startedAt } = session;
    if (sessionIdTime(id)) await sleep(PATIENCE);
    if (session == manager.session && !factsAbout(name, id)[1] && !isRecent(readFacts(name).at))
      save({ reason: undefined, at: startedAt!, active: Date.now() }, id);
  };

  /** Finds out what became of the cookie, and goes along. Synchronous at first, so that the first paint can show a live ID. */
  const look = async (restored?: boolean): Promise<unknown> => {
    // While prerendering nothing is made, written or told: the page may never be seen.
    if ((document as { prerendering?: boolean }).prerendering)
      await new Promise((activated) => document.addEventListener('prerenderingchange', activated));
    const [id, where, first] = manager.session && !restored ? await readSettledCookie(name) : readCookie(name);
    const before = manager.session;
    manager.debug?.('look', id, where);
    if (signedOut(name, asked, save)) {
      const [last, since] = factsAbout(name, id ?? before?.id);
      if (!(last == 'logout' && isRecent(since)) && (before || !isServersAnswer(id, since)))
        return begin('logout', before ?? (id ? sessionOf(id) : null));
    }
    if (!before) {
      if (!id) return begin(first ? 'invalid' : 'start', null);
      persistence = asked.persistence == 'cookie' ? where : asked.persistence;
      if (isOver(id)) return begin('expired', sessionOf(id));
      const session = sessionOf(id);
      tell(session, 'resume', 'outside', null);
      void noteFirst(session);
      return act();
    }
    if (promised || isLeaving) return;
    if (!id) {
      if (before.persistence == 'memory') return;
      // A dead ID in the cookie makes way for the live one.
      return isDead(name, first) ? begin('invalid', before, before.id) : begin(first ? 'invalid' : 'cookie-reset', before);
    }
    if (where == before.persistence && id == before.id) return;
    // What was taken out of the cookie and is in there again: another tab was given the consent.
    if ((persistence = where) == 'cookie' && before.persistence != where) asked.persistence = where;
    const session = sessionOf(id);
    show(session);
    if (id == before.id) return;
    if (!factsAbout(name, id)[0]) await sleep(PATIENCE);
    if (session != manager.session) return;
    if (!sessionIdTime(id)) void noteFirst(session);
    const reason = why(id, 'adopted');
    endFor(reason, before.id);
    tell(session, reason, factsAbout(name, id)[0] ? 'other-tab' : 'outside', before);
  };

  /** The reason by which another tab began a session. A page that had one already has not seen it start. */
  const why = (id: string, otherwise: SessionReason): SessionReason => {
    const [reason] = factsAbout(name, id);
    return reason && reason != 'start' ? reason : otherwise;
  };

  /** What ends for one of these reasons is not to come back. */
  const endFor = (reason: SessionReason, id: string): unknown => /logout|reset|expired|renew/.test(reason) && bury(name, id);

  /**
   * Begins a new session in place of one, unless another tab did so already; then goes along with that. `made`: an ID
   * that is shown already, to be put into the cookie on the same terms.
   */
  const begin = async (reason: SessionReason, before: Session | null, made?: string): Promise<unknown> => {
    manager.debug?.('begin', reason, before);
    const isFirst = !manager.session;
    if (!made) show(null);
    const elect: Elect = (...rivals) => {
      const at = Date.now();
      const resets = resetsBefore(name, at);
      const [there, where] = readCookie(name);
      // Mended by another tab.
      if (made && made == before?.id && rivals[0] == made && where == 'cookie') return made;
      let id = rivals.find(
        (rival, i) =>
          isSessionId(rival) && rival != before?.id && !(i && past.has(rival)) && !isDead(name, rival) && !isOver(rival),
      ) as string;
      if (!id) {
        const isReset = /reset|invalid/.test(reason);
        const withdrawn = heardWithdrawn();
        const isLoop = resets.length > 2 && (isReset || reason == 'start');
        if (withdrawn || isLoop) {
          // Nothing is written any more: another tab is deleting it without consent, or something does so again and again.
          if (isLoop) hint('cookie', name, 'warn', 'using memory');
          asked.persistence = withdrawn ?? 'memory';
          if (isReset && before) return before.id;
        }
        id = made ??= mintSessionId(at);
        if (isReset) resets.push(at);
      }
      if (before && id != before.id) endFor(isFirst ? reason : why(id, reason), before.id);
      if (asked.persistence == 'cookie' && (there != id || where == 'tab')) writeCookie(name, id, asked.cookieDomain);
      // After the cookie: the `storage` event makes the other tabs look, where there is no `cookieStore`.
      if (made == id) {
        const [told = reason, since = at] = factsAbout(name, id);
        save({ reason: told, at: since, active: at, resets }, id);
      }
      return id;
    };
    // Where the old ID may still be in the cookie, what began long before is no answer to what has just been asked.
    const valid = /logout|expired|renew/.test(reason) ? RECENT : undefined;
    const settle = async (): Promise<readonly [id: string, seen?: string, where?: SessionPersistence, first?: string]> =>
      asked.persistence == 'cookie' ? arbitrate(name, elect, valid) : [elect()];
    let [id, seen, where] = await settle();
    // Deleted again at once, or blocked: the second time tells.
    if (!seen && asked.persistence == 'cookie') [id, seen, where] = await settle();
    persistence = asked.persistence == 'cookie' && seen ? where! : keepInTab(name, asked.persistence != 'memory' && id);
    promised = undefined;
    const shown = manager.session;
    // Another tab has begun a session while this one put its own in the place of a dead one.
    if (shown && reason == 'invalid' && id != shown.id) return look();
    const session = sessionOf(id);
    if (id == shown?.id || id == before?.id) show(session);
    else
      tell(
        session,
        shown ? 'adopted' : isFirst ? reason : why(id, reason),
        made == id ? 'this-tab' : 'other-tab',
        shown ?? before,
      );
  };

  /** Takes what is stored out of the browser, and keeps the session. `heard`: another tab does so. */
  const withdraw = async (heard?: boolean): Promise<unknown> => {
    // Given again meanwhile.
    if (!isLeaving) return;
    const place = () => {
      const { session } = manager;
      persistence = keepInTab(name, asked.persistence == 'tab' && session?.id);
      show(session && sessionOf(session.id));
    };
    if (heard) {
      place();
      await untilErased();
      isLeaving = false;
      return look();
    }
    await erase(name, asked.persistence, asked.cookieDomain);
    place();
    isLeaving = false;
  };

  /** The customer does something: ends an expired session, or keeps the other one going. */
  const act = (): void => {
    const { session } = manager;
    if (!session) return;
    if (isOver(session.id)) return void step(async () => manager.session == session && begin('expired', session));
    active = Date.now();
    if (!asked.inactivityTimeout) return;
    // Facts about another session are another tab's, which has just begun it.
    const [, at, last] = factsAbout(name, session.id);
    if (at && !(Math.abs(active - last!) < ACTIVITY)) save({ active });
  };

  const [manager, show, tell] = createPublisher(
    async (reason) => {
      if (reason == 'logout') asked.signedIn = null;
      await step(reason == 'logout' ? look : () => begin('renew', manager.session));
      return manager.session!;
    },
    (options) => {
      // The next of a thousand badges.
      if (steps && !Object.values(options).some((option) => option != null)) return;
      const isMoved = takeOver(asked, options, !steps);
      if (isMoved) isLeaving = asked.persistence != 'cookie';
      void step(look);
      if (isMoved)
        void step(asked.persistence == 'cookie' ? () => begin('adopted', manager.session, manager.session?.id) : withdraw);
    },
  );
  manager.getSessionId = () => {
    const { session } = manager;
    if (session && isOver(session.id)) {
      const made = (promised = mintSessionId(Date.now()));
      bury(name, session.id);
      tell(sessionOf(made), 'expired', 'this-tab', session);
      // Unless a logout was asked for earlier, which has ended it since.
      void step(async () => promised == made && begin('expired', session, made));
    }
    return manager.session && manager.session.id;
  };
  watch(manager, {
    look: (restored) => step(() => look(restored)),
    hear: (facts) => {
      const to = heardWithdrawn(facts);
      if (to && asked.persistence == 'cookie') {
        asked.persistence = to;
        isLeaving = true;
        void step(() => withdraw(true));
      }
    },
    act,
  });
  return manager;
}
