/** Rounds of many tabs that begin or lose their session together: what splits one session into two IDs shows in few of many. */
import { setTimeout as sleep } from 'node:timers/promises';
import { forgetStorage } from './browser.ts';
import { currentEngine } from './open-browser.ts';
import { isSoak } from './origins.ts';
import type { Told } from './session-stories.ts';
import { page } from './site.ts';
import type { Tab } from './tab.ts';

/** A few for every `npm test`; with SOAK set what `npm run test:soak` wants to know; or what ROUNDS says. */
export const ROUNDS = Number(process.env.ROUNDS ?? (isSoak ? { chromium: 120, firefox: 40, webkit: 40 }[currentEngine] : 4));

export const TABS = 8;

/** An ID that the badge has shown, and when, in ms since 1970, which is the same clock in all tabs. */
interface Seen {
  id: string;
  at: number;
}

/** What a tab has told and shown since it was last asked. */
interface Account {
  told: Told[];
  seen: Seen[];
  /** The sequence numbers of all `session-change` events since the page was loaded. */
  heard: number[];
  /** The ID in the badge, and in the cookie. */
  shown: string | undefined;
  cookie: string | undefined;
}

declare global {
  var account: () => Account;
  var isReady: boolean;
}

/**
 * The badge is loaded and the page waits: one tab's word starts all at the same moment, which timers in hidden tabs would
 * not. `account` gives what is new since it was last called: changes by `onChange`, since the event of the first comes in
 * a task of its own, a second later in a hidden tab.
 */
export const ROUNDS_PAGE = page(
  '',
  `<script>
told = [];
const seen = [];
const heard = [];
addEventListener('session-change', ({ detail }) => heard.push(detail.sequence));
isReady = false;
const shownId = () => document.querySelector('session-id-badge')?.shadowRoot?.querySelector('[part=id]')?.textContent;
const channel = new BroadcastChannel('rounds');
// Warms the page up with a badge whose ID is given, for which the engine does nothing: else the first tab would be done
// before the last one has compiled.
addEventListener('DOMContentLoaded', async () => {
  const warm = document.createElement('session-id-badge');
  warm.sessionId = 'warmed-up-1';
  document.body.append(warm);
  await warm.updateComplete;
  warm.remove();
  isReady = true;
});
const start = () => {
  const badge = document.createElement('session-id-badge');
  document.body.append(badge);
  badge.updateComplete.then(() => badge.manager.onChange(({ session, previous, reason, source, sequence }) =>
    told.push({ id: session.id, previous: previous && previous.id, reason, source, sequence })));
  let last;
  const look = () => {
    const id = shownId();
    if (id && id != last) seen.push({ id: last = id, at: Date.now() });
  };
  new MutationObserver(look).observe(badge.shadowRoot, { childList: true, characterData: true, subtree: true });
};
channel.onmessage = start;
startAll = () => { channel.postMessage(1); start(); };
account = () => ({
  told: told.splice(0), seen: seen.splice(0), heard, shown: shownId(), cookie: /diagnostic_session=([^;]*)/.exec(document.cookie)?.[1],
});
</script>`,
);

/** What a kind of round came to. */
export interface Outcome {
  /** What was not as it has to be, a line each. */
  readonly faults: string[];
  /** How long the slowest tab of each round took, in ms. */
  readonly times: number[];
}

const inAll = <Result>(tabs: Tab[], work: (tab: Tab) => Promise<Result>): Promise<Result[]> => Promise.all(tabs.map(work));

/** Runs in the page. */
const isSettled = () => {
  const id = document.querySelector('session-id-badge')?.session?.id;
  return !!id && globalThis.told.length > 0 && document.cookie.includes(`diagnostic_session=${id}`);
};

/**
 * Runs in the page. After three resets in a minute the engine takes them for an ad blocker's and stops renewing. Where it
 * keeps that count is its own business, but each round has to meet it as a customer does, who has had none.
 */
function forgetResets(): void {
  const facts = JSON.parse(localStorage['session-id-badge'] ?? '{}').diagnostic_session;
  if (!facts?.resets) return;
  delete facts.resets;
  localStorage['session-id-badge'] = JSON.stringify({ diagnostic_session: facts });
}

/** Waits until all tabs have told something, and a little longer for what is told or shown twice. Answers what is wrong. */
async function judge(
  tabs: Tab[],
  isExpected: (change: Told) => boolean,
): Promise<{ wrong: string[]; id: string; last: number }> {
  const wrong: string[] = [];
  await inAll(tabs, (tab) => tab.waitFor(isSettled)).catch((error: Error) => wrong.push(error.message));
  await sleep(100);
  const accounts = await inAll(tabs, (tab) => tab.evaluate(() => globalThis.account()));
  const id = accounts[0]!.shown!;
  accounts.forEach(({ told, seen, shown, cookie }, i) => {
    if (shown != id || cookie != id) wrong.push(`split: tab ${i} shows ${shown}, has ${cookie}, tab 0 shows ${id}`);
    if (told.length != 1 || told[0]!.id != id || !isExpected(told[0]!)) wrong.push(`tab ${i} tells ${JSON.stringify(told)}`);
    if (seen.length != 1 || seen[0]!.id != id) wrong.push(`tab ${i} has shown ${JSON.stringify(seen)}`);
  });
  const makers = accounts.filter(({ told }) => told.some(({ source }) => source == 'this-tab')).length;
  if (makers != 1) wrong.push(`${makers} tabs say that they made it`);
  return { wrong, id, last: Math.max(...accounts.flatMap(({ seen }) => seen.map(({ at }) => at))) };
}

/** Storage is empty, and all tabs start at the same moment. Answers the ID of the last round. */
export async function coldStarts(tabs: Tab[], rounds: number): Promise<Outcome & { id: string }> {
  const faults: string[] = [];
  const times: number[] = [];
  let id = '';
  for (let round = 0; round < rounds; round++) {
    await inAll(tabs, (tab) => tab.reload());
    const starter = tabs[round % tabs.length]!;
    await starter.evaluate(() => void (document.cookie = 'diagnostic_session=; Path=/; Max-Age=0'));
    await starter.evaluate(forgetStorage);
    await inAll(tabs, (tab) => tab.waitFor(() => globalThis.isReady && !document.cookie.includes('diagnostic_session=')));
    const from = await starter.evaluate(() => {
      globalThis.startAll();
      return Date.now();
    });
    // A tab that comes when all is settled has not begun that session: it resumes it.
    const outcome = await judge(
      tabs,
      ({ previous, reason, source }) => previous == null && (reason == 'start' || (reason == 'resume' && source == 'outside')),
    );
    faults.push(...outcome.wrong.map((wrong) => `cold start ${round}: ${wrong}`));
    times.push(outcome.last - from);
    id = outcome.id;
  }
  return { faults, times, id };
}

/** The cookie is deleted in one tab after another; `id` is what all tabs have. The time runs from there to the new ID in the DOM. */
export async function resets(tabs: Tab[], rounds: number, id: string): Promise<Outcome> {
  const faults: string[] = [];
  const times: number[] = [];
  let dead = id;
  for (let round = 0; round < rounds; round++) {
    const deleter = tabs[round % tabs.length]!;
    await deleter.evaluate(forgetResets);
    // Long enough for what the `storage` event of that makes the other tabs do. In the soak it is left to chance how soon
    // the next look of a page that looks once a second comes.
    await sleep(100 + (isSoak ? Math.random() * 1000 : 0));
    // What they told since the last round is too much.
    for (const { told } of await inAll(tabs, (tab) => tab.evaluate(() => globalThis.account())))
      if (told.length) faults.push(`before reset ${round}: told ${JSON.stringify(told)}`);
    const from = await deleter.evaluate(() => {
      const now = Date.now();
      document.cookie = 'diagnostic_session=; Path=/; Max-Age=0';
      return now;
    });
    const outcome = await judge(tabs, ({ previous, reason }) => previous == dead && reason == 'cookie-reset');
    faults.push(...outcome.wrong.map((wrong) => `reset ${round}: ${wrong}`));
    times.push(outcome.last - from);
    dead = outcome.id;
  }
  const all = Array.from({ length: rounds + 1 }, (_, i) => i + 1);
  const heard = await inAll(tabs, (tab) =>
    tab
      .waitFor((least) => globalThis.account().heard.length >= least, { argument: all.length })
      .then(() => tab.evaluate(() => globalThis.account().heard)),
  );
  heard.forEach((sequences, i) => {
    if (String(sequences) != String(all)) faults.push(`tab ${i} fired the events ${sequences}`);
  });
  return { faults, times };
}

/** The value that this share of the values does not exceed. */
export const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;
