import { attempt } from './attempt.js';
import { isSessionId } from './session-id.js';
import { within } from './sleep.js';
import type { SessionPersistence } from './types.js';

/** What a look found: the first valid ID in header order, where it is kept, and the first value that is there at all. */
export type Found = readonly [id: string | undefined, persistence: SessionPersistence, first: string | undefined];

/** Tells changes wherever it exists: not on plain http, not before Chrome 87, Firefox 140, Safari 18.4. */
export const cookieStore = attempt(() => (globalThis as { cookieStore?: CookieStore }).cookieStore);

/** The sessions that this page has seen end, as `name=id`. Nothing brings them back: no late write, no second cookie of our name. */
const dead = new Set<string>();

/** From now on that ID counts for nothing in a cookie of that name. */
export const bury = (name: string, id: string): unknown => dead.add(`${name}=${id}`);

/** Whether a session of that ID has ended, as far as this page knows. */
export const isDead = (name: string, id: unknown): boolean => dead.has(`${name}=${id}`);

function found(name: string, values: string[]): Found {
  // Behind the cookies, what an earlier page of this tab had to keep outside them.
  const kept = attempt(() => sessionStorage[name]);
  const id = [...values, kept].find((value) => isSessionId(value) && !isDead(name, value));
  // An ID that is kept was not in the cookie: Firefox shows script a cookie that it has refused for an HttpOnly one.
  return [id, id == kept ? 'tab' : 'cookie', values[0]];
}

const values = (name: string): string[] =>
  (attempt(() => document.cookie) ?? '')
    .split('; ')
    .flatMap((pair) => (pair.startsWith(name + '=') ? pair.slice(name.length + 1) : []));

/** Looks at once. What other tabs have just written may not be visible yet. */
export const readCookie = (name: string): Found => found(name, values(name));

/** How long `cookieStore` may take, in ms. */
const PATIENCE = 1000;

let wake: () => void;
let restored: Promise<never>;
/**
 * For a page that comes out of bfcache: what it asked of `cookieStore` before gets an old answer then (Chromium, WebKit)
 * or none at all (Firefox), so nobody waits for that any longer.
 */
export const endWaiting = (): void => {
  wake?.();
  restored = new Promise((_, reject) => (wake = reject));
  restored.catch(() => {});
};
endWaiting();

/** Looks after all that other tabs have acknowledged is visible, where the browser has `cookieStore`. */
export async function readSettledCookie(name: string): Promise<Found> {
  try {
    const cookies = await within(PATIENCE, cookieStore!.getAll(name), restored);
    return found(
      name,
      cookies!.map(({ value }) => value!),
    );
  } catch {
    return readCookie(name);
  }
}

/**
 * Writes the session cookie, or deletes it where there is no ID, and what is kept in the tab. `document.cookie` rather
 * than `cookieStore.set`, which always writes Secure and so does nothing on WebKit's http://localhost.
 */
export function writeCookie(name: string, id: string, domain?: string | null): void {
  const put = (value: string, rest: string, path = '/') =>
    attempt(() => (document.cookie = `${name}=${value}; Path=${path}; SameSite=Lax${rest}`));
  const secure = (domain ? '; Domain=' + domain : '') + (location.protocol == 'https:' ? '; Secure' : '');
  const write = () => put(id, secure + (id ? '' : '; Max-Age=0'));
  write();
  const first = values(name)[0];
  if (first != null && first != id) {
    // Somebody else's cookie of that name, for this host alone or a path of its own, would hide ours.
    for (let path = location.pathname; path; path = path.slice(0, -1)) put('', '; Max-Age=0', path);
    write();
  }
  keepInTab(name);
}

/**
 * Keeps an ID that is not in the cookie after all: where cookies are blocked, in a cross-site frame, where an HttpOnly
 * cookie holds the name, or without consent. In the tab or, where there is no ID to keep or no storage, in nothing but
 * the page's memory; says which.
 */
export function keepInTab(name: string, id?: string | false): SessionPersistence {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- eight bytes less than removeItem, for every visitor
  return attempt(() => (id ? (sessionStorage[name] = id) : !delete sessionStorage[name])) ? 'tab' : 'memory';
}
