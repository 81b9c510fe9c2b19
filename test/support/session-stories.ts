/** What the stories of the session share: pages that write down what they hear, and what tabs are asked. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { page } from './site.ts';
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
  /** When each of `told` was told, by the page's own clock. */
  var toldAt: number[];
  /** How far the page's clock is ahead, in ms. With `CLOCK`. */
  var ahead: number;
  /** What nobody caught, and what went to the console as a warning or an error. With `TROUBLES`. */
  var troubles: string[];
  var said: string[];
  /** What the page has assigned to `document.cookie`, and a way to it that is not counted. With `WRITES`. */
  var writes: string[];
  var writeUnseen: (cookie: string) => void;
}

/** A script that writes down, in `told`, every change that its page hears from now on. */
export const LISTEN = `<script>
told = [];
toldAt = [];
addEventListener('session-change', ({ detail: { session, previous, reason, source, sequence } }) => {
  told.push({ id: session.id, previous: previous && previous.id, reason, source, sequence });
  toldAt.push(Date.now());
});
</script>`;

/** A script by which the page's clock can be set: `?ahead=<ms>` before the page loads, `ahead = <ms>` at any time later. */
export const CLOCK = `<script>
ahead = Number(new URLSearchParams(location.search).get('ahead'));
const now = Date.now;
Date.now = () => now() + ahead;
</script>`;

/** A script that writes down what goes wrong in the page. */
export const TROUBLES = `<script>
troubles = [];
said = [];
addEventListener('error', (event) => troubles.push(String(event.message)));
addEventListener('unhandledrejection', (event) => troubles.push(String(event.reason)));
for (const level of ['warn', 'error']) {
  const real = console[level];
  console[level] = (...parts) => (said.push(level + ' ' + parts.map(String).join(' ')), real.apply(console, parts));
}
</script>`;

/** A script that writes down what is written to the cookie through the page's `document.cookie`. */
export const WRITES = `<script>
writes = [];
const real = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
writeUnseen = (cookie) => real.set.call(document, cookie);
Object.defineProperty(document, 'cookie', {
  configurable: true,
  get: () => real.get.call(document),
  set: (cookie) => (writes.push(String(cookie)), writeUnseen(cookie)),
});
</script>`;

/** A page without a badge, from which a story can look at cookies and storage, and put things there. */
export const BLANK = '<!doctype html><html lang="en"><title>blank</title><link rel="icon" href="data:,">';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

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
  // By the clock of this process: that of a hidden tab would make it a whole second.
  await sleep(150);
  return toldBy(tab);
}

export const brief = ({ reason, source }: Told): string => `${reason} ${source}`;

/** Asks the page's manager for a new session, and waits until there is one. */
export const renew = (tab: Tab, reason: 'logout' | 'renew' = 'renew'): Promise<void> =>
  tab.evaluate(async (why) => void (await document.querySelector('session-id-badge')!.manager!.renew(why)), reason);

/** Sets the clocks of tabs whose pages have `CLOCK`. */
export const setClocks = async (tabs: readonly Tab[], ms: number): Promise<void> => {
  for (const tab of tabs) await tab.evaluate((by) => void (globalThis.ahead = by), ms);
};

/** Runs in the page. The badge's session, as soon as it has one. */
export const badgeSession = () => document.querySelector('session-id-badge')?.session;

/** Runs in the page. The ID that the badge has, if it is another one. */
export const idAfter = (dead: string) => {
  const id = document.querySelector('session-id-badge')?.session?.id;
  return id == dead ? undefined : id;
};

/** Runs in the page. All that is stored of ours, by where it is and under which name. */
export const stored = async (): Promise<string[]> => {
  const databases = (await indexedDB.databases?.()) ?? [];
  return [
    ...document.cookie.split('; ').filter(Boolean),
    ...Object.entries(localStorage).map(([key, value]) => `localStorage ${key}=${value}`),
    ...Object.entries(sessionStorage).map(([key, value]) => `sessionStorage ${key}=${value}`),
    ...databases.map(({ name }) => `indexedDB ${name}`),
  ];
};

/** Lets so many ms go by. Only where a story is that nothing happens, or is about a rhythm. */
export const quiet = (ms: number): Promise<void> => sleep(ms);

/** Every tab shows one new ID, and each has told that once, one of them as its own. `sequence` is that change's. */
export async function assertRenewedOnce(tabs: Tab[], dead: string, reason: string, sequence = 2): Promise<string> {
  const all = await Promise.all(tabs.map((tab) => changes(tab, sequence)));
  const ids = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
  assert.equal(new Set(ids).size, 1, `one ID, not ${ids}`);
  assert.notEqual(ids[0], dead);
  for (const told of all) {
    assert.equal(told.length, sequence, JSON.stringify(told));
    assert.deepEqual({ ...told.at(-1), source: '' }, { id: ids[0], previous: dead, reason, source: '', sequence });
  }
  assert.equal(all.filter((told) => told.at(-1)!.source == 'this-tab').length, 1, JSON.stringify(all));
  return ids[0]!;
}
