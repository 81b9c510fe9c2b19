import { attempt } from './attempt.js';
import { isSessionId } from './session-id.js';
import type { SessionPersistence } from './types.js';

/** What a look found: the first valid ID in header order, where it is kept, and whether there was a cookie at all. */
export type Found = readonly [id: string | undefined, persistence: SessionPersistence, present: boolean];

/** Tells changes wherever it exists: not on plain http, not before Chrome 87, Firefox 140, Safari 18.4. */
export const { cookieStore }: { cookieStore?: CookieStore } = globalThis;

function found(name: string, values: unknown[]): Found {
  // Behind the cookies, what an earlier page of this tab had to keep outside them.
  const kept = attempt(() => sessionStorage[name]);
  const id = [...values, kept].find(isSessionId);
  // An ID that is kept was not in the cookie: Firefox shows script a cookie that it has refused for an HttpOnly one.
  return [id, id == kept ? 'tab' : 'cookie', !!values.length];
}

const values = (name: string): string[] =>
  (attempt(() => document.cookie) ?? '')
    .split('; ')
    .flatMap((pair) => (pair.startsWith(name + '=') ? pair.slice(name.length + 1) : []));

/** Looks at once. What other tabs have just written may not be visible yet. */
export const readCookie = (name: string): Found => found(name, values(name));

/** Looks after all that other tabs have acknowledged is visible, where the browser has `cookieStore`. */
export async function readSettledCookie(name: string): Promise<Found> {
  const cookies = await cookieStore?.getAll(name).catch(() => undefined);
  return found(name, cookies?.map((cookie) => cookie.value) ?? values(name));
}

/**
 * Writes the session cookie. `document.cookie` rather than `cookieStore.set`, which always writes Secure and so does
 * nothing on WebKit's http://localhost.
 */
export function writeCookie(name: string, id: string, domain?: string | null): void {
  const secure = location.protocol == 'https:' ? '; Secure' : '';
  attempt(() => (document.cookie = `${name}=${id}; Path=/; SameSite=Lax${domain ? '; Domain=' + domain : ''}${secure}`));
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- eight bytes less than removeItem, for every visitor
  attempt(() => delete sessionStorage[name]);
}

/**
 * Keeps an ID that is not in the cookie after all: where cookies are blocked, in a cross-site frame, or where an HttpOnly
 * cookie holds the name. In the tab, or in nothing but the page's memory; says which.
 */
export const keepInTab = (name: string, id: string): SessionPersistence =>
  attempt(() => (sessionStorage[name] = id)) ? 'tab' : 'memory';
