import { cookieStore } from './cookie.js';

/** How often to re-read where no event tells of a change, in ms, while the page is visible. */
const INTERVAL = 1000;

/**
 * Calls back whenever the cookie may have changed. With `cookieStore` no timer runs; elsewhere the page looks once a
 * second while it is visible. Other tabs that begin a session write their facts, which the `storage` event tells. Lives
 * as long as the page, as the manager does.
 */
export function watchCookie(look: () => void): void {
  if (cookieStore) cookieStore.addEventListener('change', look);
  else setInterval(() => document.hidden || look(), INTERVAL);
  // `pageshow`: browsers tell a change missed in bfcache only after it, too late for the first paint.
  for (const event of ['pageshow', 'visibilitychange', 'focus', 'storage']) addEventListener(event, look);
}
