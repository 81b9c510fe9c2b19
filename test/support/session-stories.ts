/** What the stories of the session share: pages that write down what they hear, and tabs to watch. */
import assert from 'node:assert/strict';
import type { Browser } from './browser.ts';
import { page, startSite, type Route, type Site } from './site.ts';
import type { Tab } from './tab.ts';

/** A change as a page has heard it. */
export interface Told {
  id: string;
  previous: string | null;
  reason: string;
  source: string;
  sequence: number;
}

declare global {
  /** All changes that the page has heard, and the start of all tabs that wait for it. */
  var told: Told[];
  var startAll: () => void;
}

/** A script that writes down, in `told`, every change that its page hears from now on. */
export const LISTEN = `<script>
told = [];
addEventListener('session-change', ({ detail: { session, previous, reason, source, sequence } }) =>
  told.push({ id: session.id, previous: previous && previous.id, reason, source, sequence }));
</script>`;

/** A page with one badge that has these attributes, and that listens. */
export const listeningPage = (attributes = '', head = ''): string =>
  page(`<session-id-badge ${attributes}></session-id-badge>`, LISTEN + head);

/** Waits for the word of one tab, which reaches all at the same moment; timers in hidden tabs do not. */
export const ALIGNED_PAGE = `<!doctype html><html lang="en"><title>aligned</title>${LISTEN}<script>
const channel = new BroadcastChannel('start');
const start = () => import('/dist/cdn.js');
channel.onmessage = start;
startAll = () => { channel.postMessage(1); start(); };
</script><session-id-badge></session-id-badge>`;

/** One site under the three kinds of origin that browsers treat differently. */
export interface Origin {
  readonly name: 'http://localhost' | 'https' | 'plain http';
  /** Without a slash at its end. Callable once the sites have started. */
  url(): string;
  /** Whether the browser takes `Clear-Site-Data` from there, and has `cookieStore` and Web Locks. */
  readonly isSecureContext: boolean;
}

/** Starts the site twice, on http and on https. The browser has to know the name shop.test. */
export async function startOrigins(routes: Record<string, Route>): Promise<{ plain: Site; secure: Site; close(): void }> {
  const plain = await startSite({ routes });
  const secure = await startSite({ routes, secure: true });
  return { plain, secure, close: () => (plain.close(), secure.close()) };
}

/** The origins of sites that `startOrigins` will have started by the time a test runs. */
export const originsOf = (sites: () => { plain: Site; secure: Site }): Origin[] => [
  { name: 'http://localhost', url: () => sites().plain.url, isSecureContext: true },
  { name: 'https', url: () => sites().secure.url, isSecureContext: true },
  { name: 'plain http', url: () => sites().plain.at('shop.test'), isSecureContext: false },
];

export const toldBy = (tab: Tab): Promise<Told[]> => tab.evaluate(() => globalThis.told);

/** Runs in the page. The ID that the badge shows, if it is the one in the cookie. */
export const shownId = () => {
  const badge = document.querySelector('session-id-badge');
  const text = badge?.shadowRoot?.querySelector('[part=id]')?.textContent;
  return text && document.cookie.includes(`diagnostic_session=${text}`) ? text : '';
};

/** What the tab has told, once that is so much. Waits a little longer, so that what is told twice is seen. */
export async function changes(tab: Tab, count: number): Promise<Told[]> {
  await tab.waitFor((least) => globalThis.told.length >= least, { argument: count });
  await tab.evaluate(() => new Promise((later) => setTimeout(later, 150)));
  return toldBy(tab);
}

export const brief = ({ reason, source }: Told): string => `${reason} ${source}`;

/** Opens tabs that have settled on one ID. */
export async function openTabs(browser: Browser, url: string, count: number): Promise<[Tab[], string]> {
  const tabs: Tab[] = [];
  for (let i = 0; i < count; i++) tabs.push(await browser.newTab(url));
  const ids = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
  assert.equal(new Set(ids).size, 1);
  await Promise.all(tabs.map((tab) => changes(tab, 1)));
  return [tabs, ids[0]!];
}

/** Every tab shows one new ID, and each has told that once, one of them as its own. */
export async function assertRenewedOnce(tabs: Tab[], dead: string, reason: string): Promise<string> {
  const all = await Promise.all(tabs.map((tab) => changes(tab, 2)));
  const ids = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
  assert.equal(new Set(ids).size, 1, `one ID, not ${ids}`);
  assert.notEqual(ids[0], dead);
  for (const told of all) {
    assert.equal(told.length, 2, JSON.stringify(told));
    assert.deepEqual({ ...told[1], source: '' }, { id: ids[0], previous: dead, reason, source: '', sequence: 2 });
  }
  assert.equal(all.filter((told) => told[1]!.source == 'this-tab').length, 1, JSON.stringify(all));
  return ids[0]!;
}
