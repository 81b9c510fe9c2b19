import { cookieStore } from './cookie.js';

/** How often to re-read where no event tells of a change, in ms, while the page is visible. */
const INTERVAL = 1000;
/** How much later than storage a cookie may reach another tab, in ms. */
const LAG = 50;

/**
 * Calls back whenever the cookie may have changed. With `cookieStore` no timer runs; elsewhere the page looks once a
 * second while it is visible. Other tabs that begin a session write their facts, which the `storage` event tells. Lives
 * as long as the page, as the manager does.
 */
export function watchCookie(look: () => void): void {
  if (cookieStore) cookieStore.addEventListener('change', look);
  else setInterval(() => document.hidden || look(), INTERVAL);
  // `pageshow`: browsers tell a change missed in bfcache only after it, too late for the first paint. Twice, since a cookie
  // may reach another tab later than the facts that follow it: in Firefox and WebKit, in hidden tabs, it often does.
  for (const event of ['pageshow', 'visibilitychange', 'focus', 'storage']) {
    addEventListener(event, () => {
      look();
      setTimeout(look, LAG);
    });
  }
}
