import type { CDPSession, Page } from 'puppeteer-core';
import { rotated, type Growth, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import type { Intake } from '../server.ts';
import { table } from '../table.ts';
import type { Visits } from '../visits.ts';
import { toldOf } from './happenings.ts';
import { longest } from './longest.ts';
import { quieten, worked } from '../main-thread.ts';
import { sleep } from '../sleep.ts';
import { act, begin, leave } from './page.ts';
import { faro, ours } from './peers.ts';
import { keyOf, MOST, nameOf, smaller, storms, type Storm } from './storms.ts';
import { arrival } from './tally.ts';
import { takingTurns } from './turns.ts';

/** Until the heap is looked at for the first time, and again: ours has forgotten by then what it had to remember, ms. */
const SOON = 1200;
const LATER = 12_200;

/** KiB of JavaScript, after all that can go has gone. */
async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1024;
}

/** What becomes of a page where everything goes wrong at once? */
export function askTrailStorm(visits: Visits): Question {
  const names = ['ms', 'all', 'soon', 'later', 'task', 'records', 'counted', 'dropped'] as const;
  const samples = Object.fromEntries(names.map((name) => [name, new Samples()])) as Record<(typeof names)[number], Samples>;

  async function rage(storm: Storm, page: Page, cdp: CDPSession, before: number): Promise<void> {
    const key = keyOf(storm);
    const first = await worked(cdp);
    const task = await longest(page, async () => {
      samples.ms.add(key, await act(page, storm.act, storm.count, 100, 10));
      await sleep(SOON);
    });
    samples.task.add(key, task);
    samples.all.add(key, (await worked(cdp)).cpu - first.cpu);
    samples.soon.add(key, (await heap(cdp)) - before);
  }

  async function calm(storm: Storm, page: Page, cdp: CDPSession, intake: Intake, since: number, before: number) {
    const key = keyOf(storm);
    samples.later.add(key, (await heap(cdp)) - before);
    await leave(page);
    const { records, counted, dropped } = await arrival(nameOf(storm), intake, since, toldOf(storm, storm.count));
    samples.records.add(key, records);
    samples.counted.add(key, counted);
    samples.dropped.add(key, dropped);
  }

  const curves = (title: string, name: 'all' | 'soon', cost: string): Growth => ({
    title,
    size: 'different errors',
    cost,
    curves: [ours, faro].map(({ name: peer }) => ({
      name: peer,
      points: [...smaller, ...storms]
        .filter((storm) => storm.peer.name == peer && storm.act == 'error')
        .map((storm) => [storm.count, samples[name].median(keyOf(storm))] as const)
        .toSorted(([a], [b]) => a - b),
    })),
  });

  return {
    title: 'Trail: ten thousand errors in a second',
    method: `${MOST} errors as above, 100 every 10 ms, all different or all the same, everything with its defaults: ours records 300 different ones a minute, and counts the rest. Took: ms until the last was dispatched. CPU of the main thread until ${SOON / 1000} s after that, and its longest task, in ms of time (from a trace). JS heap after garbage collection, in KiB beyond before: ${SOON / 1000} s after the last, and ${LATER / 1000} s or more. Arrived when the page was left then: records, how often these say it happened, how many are said to have happened without a record; lost: what of ${MOST} is in none of these. Medians.`,
    rounds: 2,
    async round(index) {
      // The small ones last: meanwhile the later of the large ones goes by.
      const order = [...rotated(storms, index * 2), ...rotated(smaller, index)];
      const turn = takingTurns(order.length);
      await Promise.all(
        order.map((storm, place) =>
          visits.first(async (page, cdp) => {
            const intake = visits.openIntake();
            await quieten(page, cdp);
            await begin(page, storm.peer, intake);
            const { length } = intake.bodies;
            const before = await turn(place, () => heap(cdp));
            await turn(place, () => rage(storm, page, cdp, before));
            const end = storm.count < MOST ? 0 : Date.now() + LATER - SOON;
            await turn(place, async () => {
              await sleep(Math.max(0, end - Date.now()));
              await calm(storm, page, cdp, intake, length, before);
            });
          }),
        ),
      );
    },
    table: () =>
      table(
        [
          'errors, peer',
          'took, ms',
          'CPU, ms',
          'worst',
          'longest task, ms',
          'worst',
          'heap, KiB',
          'worst',
          'later',
          'records',
          'happened',
          'not recorded',
          'lost',
        ],
        storms.map((storm) => {
          const median = (what: keyof typeof samples) => samples[what].median(keyOf(storm));
          const worst = (what: keyof typeof samples) => samples[what].worst(keyOf(storm));
          return [
            nameOf(storm),
            median('ms').toFixed(0),
            median('all').toFixed(0),
            worst('all').toFixed(0),
            median('task').toFixed(0),
            worst('task').toFixed(0),
            median('soon').toFixed(0),
            worst('soon').toFixed(0),
            median('later').toFixed(0),
            median('records').toFixed(0),
            median('counted').toFixed(0),
            median('dropped').toFixed(0),
            (MOST - median('counted') - median('dropped')).toFixed(0),
          ];
        }),
      ),
    growths: () => [curves('Trail: CPU', 'all', 'CPU of the main thread, ms'), curves('Trail: memory', 'soon', 'JS heap, KiB')],
  };
}
