import { cookieStore, endWaiting } from './cookie.js';
import { NAME } from './hint.js';

/** How often to re-read where no event tells of a change, in ms, while the page is visible. */
const INTERVAL = 1000;
/** How much later than storage a cookie may reach another tab, in ms. */
const LAG = 50;

/** What a manager wants to hear of. */
export interface Watcher {
  /** The cookie may have changed. `restored`: the page comes out of bfcache, and is about to be painted. */
  look(restored?: boolean): void;
  /** Another tab has written its facts, which may be gone again. */
  hear(facts: string): void;
  /** The customer has clicked or typed, outside what shows the session. */
  act(): void;
}

/**
 * With `cookieStore` no timer runs; elsewhere the page looks once a second while it is visible. Other tabs that begin a
 * session write their facts, which the `storage` event tells. Lives as long as the page, as the manager does.
 */
export function watch(manager: object, { look, hear, act }: Watcher): void {
  if (cookieStore) cookieStore.addEventListener('change', () => look());
  else setInterval(() => document.hidden || look(), INTERVAL);
  // `pageshow`: browsers tell a change missed in bfcache only after it, too late for the first paint. Twice, since a cookie
  // may reach another tab later than the facts that follow it: in Firefox and WebKit, in hidden tabs, it often does.
  for (const type of ['pageshow', 'visibilitychange', 'storage', ...(cookieStore ? [] : ['focus'])]) {
    addEventListener(type, (event) => {
      const { persisted, key, newValue } = event as PageTransitionEvent & StorageEvent;
      // A page that is being left has nothing to show, and gets no answer in time.
      if (type == 'visibilitychange' && document.hidden) return;
      if (persisted) endWaiting();
      if (key == NAME && newValue) hear(newValue);
      look(persisted);
      setTimeout(look, LAG);
    });
  }
  // An element: pages put the manager on `window`, too.
  const shows = (target: EventTarget & { localName?: string; manager?: unknown }) =>
    target.localName && target.manager == manager;
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, (event) => event.composedPath().some(shows) || act(), true);
  }
}
