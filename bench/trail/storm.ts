import type { CDPSession, Page } from 'puppeteer-core';
import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table } from '../table.ts';
import type { Visits } from '../visits.ts';
import { act, begin, quieten, sleep, type Act } from './page.ts';
import { faro, nothing, openTelemetry, ours } from './peers.ts';
import { tally } from './tally.ts';

const COUNT = 10_000;
const peers = [ours, faro, openTelemetry, nothing];
const kinds: readonly Act[] = ['error', 'same error'];

/** KiB of JavaScript, after all that can go has gone. */
async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1024;
}

interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** The longest task of the page's main thread meanwhile, in ms: its time, and the CPU of the one with most of that. */
async function longest(page: Page, work: () => Promise<void>): Promise<{ wall: number; cpu: number }> {
  await page.tracing.start({ categories: ['disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse(Buffer.from((await page.tracing.stop())!).toString()) as { traceEvents: Traced[] };
  const { pid, tid } = traceEvents.find(({ name }) => name == 'TimeStamp')!;
  const tasks = traceEvents.filter((event) => event.name == 'RunTask' && event.pid == pid && event.tid == tid);
  const most = (what: 'dur' | 'tdur') => tasks.reduce((most, task) => Math.max(most, task[what] ?? 0), 0) / 1000;
  return { wall: most('dur'), cpu: most('tdur') };
}

/** What becomes of a page where everything goes wrong at once? */
export function askTrailStorm(visits: Visits): Question {
  const names = ['ms', 'before', 'soon', 'later', 'wall', 'cpu', 'records', 'counted', 'dropped'] as const;
  const samples = Object.fromEntries(names.map((name) => [name, new Samples()])) as Record<(typeof names)[number], Samples>;
  const key = (name: string, kind: Act) => [name, kind].join();

  return {
    title: 'Trail: ten thousand errors in a second',
    method: `${COUNT} errors as above, 100 every 10 ms, all different or all the same, everything with its defaults. Took: ms until the last was dispatched. Longest task of the main thread until 3 s after that, in ms of CPU and of time (from a trace). JS heap after garbage collection, in KiB beyond before: 3 s and 13 s after the last. Arrived: records, how often these say it happened, how many are said to have happened without a record; lost: what of ${COUNT} is in none of these. Medians.`,
    rounds: 3,
    async round(index) {
      for (const kind of kinds) {
        for (const peer of rotated(peers, index)) {
          await visits.first(async (page, cdp) => {
            const intake = visits.openIntake();
            await quieten(page, cdp);
            await begin(page, peer, intake);
            const { length } = intake.bodies;
            const before = await heap(cdp);
            const { wall, cpu } = await longest(page, async () => {
              samples.ms.add(key(peer.name, kind), await act(page, kind, COUNT, 100, 10));
              await sleep(3000);
            });
            const soon = await heap(cdp);
            await sleep(10_000);
            const later = await heap(cdp);
            const { records, counted, dropped } = tally(intake.bodies.slice(length));
            const all = { before, soon: soon - before, later: later - before, wall, cpu, records, counted, dropped };
            for (const [name, value] of Object.entries(all)) samples[name as keyof typeof all].add(key(peer.name, kind), value);
          });
        }
      }
    },
    table: () =>
      table(
        [
          'errors, peer',
          'took, ms',
          'longest task, CPU',
          'worst',
          'wall',
          'worst',
          'heap after 3 s',
          'worst',
          'after 13 s',
          'records',
          'happened',
          'not recorded',
          'lost',
        ],
        kinds.flatMap((kind) =>
          peers.map(({ name }) => {
            const median = (what: keyof typeof samples) => samples[what].median(key(name, kind));
            const worst = (what: keyof typeof samples) => samples[what].worst(key(name, kind));
            return [
              `${kind == 'error' ? 'different' : 'the same'}: ${name}`,
              median('ms').toFixed(0),
              median('cpu').toFixed(0),
              worst('cpu').toFixed(0),
              median('wall').toFixed(0),
              worst('wall').toFixed(0),
              median('soon').toFixed(0),
              worst('soon').toFixed(0),
              median('later').toFixed(0),
              median('records').toFixed(0),
              median('counted').toFixed(0),
              median('dropped').toFixed(0),
              (COUNT - median('counted') - median('dropped')).toFixed(0),
            ];
          }),
        ),
      ),
  };
}
