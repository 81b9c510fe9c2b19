import type { CDPSession, Page } from 'puppeteer-core';
import { exponent } from './exponent.ts';
import { worked } from './main-thread.ts';
import { sleep } from './sleep.ts';
import type { Question } from './question.ts';
import { ahead, begin, leave, look, renewal, reset, touchEvery, watch, type Renewal } from './reset-page.ts';
import { ours, resettables, ROUNDS, type Resettable } from './reset-peers.ts';
import { Samples } from './samples.ts';
import { table } from './table.ts';
import { inAll, inTabs } from './tabs.ts';
import type { Visits } from './visits.ts';

/** Of a frame, in ms: rounds begin at different moments of it. */
const FRAME = 1000 / 60;
/** How long it may take in eight tabs, in ms. */
const GOAL = 50;
/** How long to wait for those who may never begin another session, in ms. */
const PATIENCE = 5000;
/** So often the customer does something, in every tab, in ms. */
const OFTEN = 100;
/** How far clocks of pages may be apart, in ms. */
const APART = 2;

/** ms that the main threads of all tabs were at work until now. */
const workedIn = async (sessions: readonly CDPSession[]) =>
  (await Promise.all(sessions.map(worked))).reduce((sum, { cpu }) => sum + cpu, 0);

/** The one ID that all tabs and the browser have. */
async function agreed(name: string, tabs: readonly Page[]): Promise<string> {
  // Faro begins a session for each tab where they open at once, and then finds the one that is stored.
  for (let attempt = 0; ; attempt++) {
    const ids = new Set((await inAll(tabs, look)).flatMap(({ id, stored }) => [id, stored]));
    if (ids.size == 1 && !ids.has('none')) return [...ids][0]!;
    if (attempt == 30) throw new Error(`${name}: ${[...ids].join()} in ${tabs.length} tabs`);
    await sleep(100);
  }
}

/** How long after a customer has deleted the cookies do all tabs show another ID, and the same? */
export function askReset(visits: Visits): Question {
  const names = ['gone', 'there', 'painted', 'cpu'] as const;
  const samples = Object.fromEntries(names.map((name) => [name, new Samples()])) as Record<(typeof names)[number], Samples>;
  const key = (name: string, count: number) => [name, count].join();

  /** ms until the last tab, or Infinity where one of them never did. */
  const last = (all: readonly Renewal[], what: Exclude<keyof Renewal, 'id'>, start: number) =>
    Math.max(...all.map(({ [what]: at = Infinity }) => at - start));

  async function resetOnce(name: string, tabs: readonly Page[], index: number): Promise<void> {
    const row = key(name, tabs.length);
    const old = await agreed(name, tabs);
    await inAll(tabs, watch, PATIENCE);
    const sessions = await Promise.all(tabs.map((tab) => tab.createCDPSession()));
    await Promise.all(sessions.map((session) => session.send('Performance.enable')));
    const before = await workedIn(sessions);
    const renewals = inAll(tabs, renewal);
    const start = await tabs[0]!.evaluate(reset, (index / ROUNDS) * FRAME);
    const all = await renewals;
    await sleep(200);
    samples.cpu.add(row, (await workedIn(sessions)) - before);
    for (const what of ['gone', 'there', 'painted'] as const) samples[what].add(row, last(all, what, start));
    if (!all.every(({ id }) => id)) return;
    const id = await agreed(name, tabs);
    if (id == old) throw new Error(`${name}: the old ID is back`);
    if (name == ours.name && all.some((each) => each.id != id)) throw new Error('tabs had begun several sessions');
  }

  const measure = (each: Resettable, count: number, index: number) =>
    inTabs(visits, count, async (tabs) => {
      await inAll(tabs, begin, each.codes, visits.openIntake().url);
      const clocks: number[] = [];
      for (const tab of tabs) clocks.push(await tab.evaluate(ahead));
      if (Math.max(...clocks) - Math.min(...clocks) > APART) throw new Error(`clocks of tabs differ: ${clocks.join()} ms`);
      if (each.isTouched) await inAll(tabs, touchEvery, OFTEN);
      // At different moments of a second, too: that is how often Faro looks.
      await sleep(500 + (index / each.rounds.get(count)!) * 1000);
      await resetOnce(each.name, tabs, index);
      if (!each.isLeftAlone || index) return;
      await inAll(tabs, leave);
      // It looks once a second at most.
      await sleep(1200);
      await resetOnce(`${each.name}, left alone`, tabs, index);
    });

  const rows = resettables.flatMap(({ name, rounds, isLeftAlone }) =>
    [name, ...(isLeftAlone ? [`${name}, left alone`] : [])].flatMap((row) =>
      [...rounds.keys()].map((count) => [row, count] as const),
    ),
  );
  const ms = (value: number) => (value == Infinity ? 'never' : value.toFixed(1));
  const growth = (what: (typeof names)[number]) =>
    [...ours.rounds.keys()].map((count) => [count, samples[what].median(key(ours.name, count))] as const);

  return {
    title: 'Reset',
    method: [
      'Tabs of one origin, each in a window of its own, so that all are visible and paint, with the badge settled on one session; in one of them script deletes the cookie (`document.cookie`). From just before that, in ms: until no tab shows the old ID any more, until all have the new one in the DOM, until all have painted it (the second `requestAnimationFrame` after that). By the clocks of the pages, which were seen to agree. Then all tabs and the cookie had one ID, and a new one. CPU: ms of all main threads together, until 0.2 s later. Fresh tabs each time.',
      `Faro has its session in localStorage, where its key is taken out, Datadog in a cookie, which is deleted; they show nothing, so their API is asked every 5 ms. In every tab something is done every ${OFTEN} ms, an event for Faro, a key for Datadog; left alone: nothing. Never: not within ${PATIENCE / 1000} s; Datadog begins no session in place of a deleted one on purpose.`,
    ].join(' '),
    rounds: ROUNDS,
    async round(index) {
      for (const each of resettables)
        for (const [count, rounds] of each.rounds) if (index < rounds) await measure(each, count, index);
    },
    table: () =>
      table(
        ['peer', 'tabs', 'old ID gone', 'worst', 'new one there', 'worst', 'painted', 'worst', 'CPU', 'worst', 'rounds'],
        rows.map(([name, count]) => [
          name,
          String(count),
          ...names.flatMap((what) =>
            // The others paint nothing, and work in between.
            name == ours.name || what == 'gone' || what == 'there'
              ? [ms(samples[what].median(key(name, count))), ms(samples[what].worst(key(name, count)))]
              : ['–', '–'],
          ),
          String(samples.there.of(key(name, count)).length),
        ]),
      ),
    verdicts() {
      const eight = samples.painted.median(key(ours.name, 8));
      // Two frames go by until something is painted, however few tabs there are: by itself that would look like a slow growth.
      const powers = (['painted', 'there'] as const).map((what) => exponent(growth(what).filter(([count]) => count > 1)));
      return [
        {
          what: 'reset → renewed, 8 tabs',
          goal: `≤ ${GOAL} ms`,
          measured: `${eight.toFixed(1)} ms`,
          isMet: eight <= GOAL,
        },
        {
          what: 'reset → renewed, growth to 32 tabs',
          goal: 'no faster than linear',
          measured: `painted: tabs^${powers[0]!.toFixed(2)}, in the DOM: tabs^${powers[1]!.toFixed(2)}`,
          isMet: powers.every((power) => power <= 1),
        },
      ];
    },
    growths: () => [
      {
        title: 'Reset',
        size: 'tabs',
        cost: 'ms',
        curves: [
          { name: 'painted in all', points: growth('painted') },
          { name: 'in the DOM of all', points: growth('there') },
          { name: 'CPU of all main threads', points: growth('cpu') },
        ],
      },
    ],
  };
}
