import type { CDPSession, Page } from 'puppeteer-core';
import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import type { Intake } from '../server.ts';
import { table, times } from '../table.ts';
import type { Visits } from '../visits.ts';
import { happenings, isDown, isSame, faroOf, floorOf, keyOf, nameOf, toldOf, type Happening } from './happenings.ts';
import { between, quieten, worked, type Work } from '../main-thread.ts';
import { sleep } from '../sleep.ts';
import { act, begin, leave } from './page.ts';
import { nothing } from './peers.ts';
import { arrival, type Arrived } from './tally.ts';
import { takingTurns } from './turns.ts';

export const COUNT = 1000;
/** None of ours is only counted. */
export const NO_LIMIT = 1e6;
/** After so long without an answer all have tried twice, ms. */
const DOWN = 2000;
/** After so long ours has sent all but how often it was, ms. */
const SAME = 1200;

interface Measured extends Work {
  readonly came: Arrived;
}

/** Lets it happen until all of it has arrived, or cannot; µs each. */
async function measure(happening: Happening, page: Page, cdp: CDPSession, intake: Intake): Promise<Measured> {
  const { length } = intake.bodies;
  intake.isDown = isDown(happening);
  const before = await worked(cdp);
  await act(page, happening.act, COUNT, 100, 50);
  if (isDown(happening)) await sleep(DOWN);
  if (isSame(happening)) {
    await sleep(SAME);
    await leave(page);
  }
  const came = await arrival(nameOf(happening), intake, length, isDown(happening) ? 0 : toldOf(happening, COUNT));
  await sleep(200);
  const { cpu, wall } = between(before, await worked(cdp));
  if (isDown(happening) && !(await hasFailed(page, intake))) throw new Error(`${nameOf(happening)}: nothing was tried`);
  return { cpu: (cpu * 1000) / COUNT, wall: (wall * 1000) / COUNT, came };
}

const hasFailed = (page: Page, { url }: Intake): Promise<boolean> =>
  page.evaluate((url) => {
    const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return requests.some(({ name, responseStatus }) => name.startsWith(url) && !responseStatus);
  }, url);

/** What does it cost to record something, until it has arrived? */
export function askTrailEvents(visits: Visits, samples: Record<'plain' | 'gzip', Samples>): Question {
  const [cpu, wall, own, records, counted] = [new Samples(), new Samples(), new Samples(), new Samples(), new Samples()];

  return {
    title: 'Trail: an event',
    method: [
      `${COUNT} of them, 100 every 50 ms, in a page of its own whose start is over, by a visitor who was never here; the pages of a round begin together, and then one at a time does something: CPU of the main thread (\`ThreadTime\`) and wall (\`TaskDuration\`), in µs each, until all have arrived at the intake, cleaning, encoding and sending included.`,
      `Error: an \`ErrorEvent\` dispatched on the window, each with another message and a stack of ten functions; making and dispatching it is the floor ("nothing"). Event: a dispatched \`SecurityPolicyViolationEvent\`, the cheapest thing with a text of its own that ours records: it has no \`push\`; Faro is called instead, with attributes of the same length. The same error: ${SAME / 1000} s later there is a \`pagehide\`, on which ours says how often. Intake down: the connection is cut at each request; until ${DOWN / 1000} s after the last.`,
      'Own: CPU beyond the floor. To Faro: own to own, and with the floor, in the same round. Arrived: records, and how often these say it happened. Ours without its limit of 300 a minute.',
    ].join(' '),
    rounds: 3,
    async round(index) {
      const all = new Map<Happening, Measured>();
      const order = rotated(happenings, index * 4);
      const turn = takingTurns(order.length);
      await Promise.all(
        order.map((happening, place) =>
          visits.first(async (page, cdp) => {
            const intake = visits.openIntake();
            await quieten(page, cdp);
            await begin(page, happening.peer, intake, NO_LIMIT);
            all.set(happening, await turn(place, () => measure(happening, page, cdp, intake)));
          }),
        ),
      );
      for (const [happening, measured] of all) {
        const { came } = measured;
        const key = keyOf(happening);
        cpu.add(key, measured.cpu);
        wall.add(key, measured.wall);
        own.add(key, measured.cpu - (happening.peer == nothing ? 0 : all.get(floorOf(happening))!.cpu));
        records.add(key, came.records);
        counted.add(key, came.counted + came.dropped);
        samples.plain.add(key, came.plain);
        samples.gzip.add(key, came.gzip);
      }
    },
    table: () =>
      table(
        ['what, peer', 'CPU, µs', 'worst', 'wall, µs', 'worst', 'own, µs', 'to Faro', 'with the floor', 'records', 'happened'],
        happenings.map((happening) => {
          const [key, base] = [keyOf(happening), keyOf(faroOf(happening))];
          const isFloor = happening.peer == nothing;
          return [
            nameOf(happening),
            cpu.median(key).toFixed(0),
            cpu.worst(key).toFixed(0),
            wall.median(key).toFixed(0),
            wall.worst(key).toFixed(0),
            isFloor ? '–' : own.median(key).toFixed(0),
            isFloor ? '–' : times(own.ratio(key, base)),
            times(cpu.ratio(key, base)),
            records.median(key).toFixed(0),
            counted.median(key).toFixed(0),
          ];
        }),
      ),
  };
}
