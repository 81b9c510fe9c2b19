import { atMost, atMostKilobytes, atMostTimes } from './goals.ts';
import { globalListeners, weigh, weightBetween, type Weight } from './page-cost.ts';
import { floor, ours, peers, type Peer } from './peers.ts';
import { rotated, type Question } from './question.ts';
import { Samples } from './samples.ts';
import { table, times } from './table.ts';
import { define, render } from './thousand-page.ts';
import { between, quieten, worked } from './main-thread.ts';
import { sleep } from './sleep.ts';
import type { Visits } from './visits.ts';

const counts = [1, 10, 100, 1000] as const;
const MOST = 1000;

/** What do a thousand on one page cost? */
export function askThousand(visits: Visits): Question {
  const ms = new Samples();
  const cpu = new Samples();
  const each = { heap: new Samples(), dom: new Samples(), nodes: new Samples(), listeners: new Samples() };
  /** That listen to the window and the like. */
  const globals = { first: new Samples(), other: new Samples() };
  const key = ({ name }: Peer, count: number) => [name, count].join();

  /** Answers how many of these there are. */
  const measure = (peer: Peer, count: number): Promise<number> =>
    visits.again(async (page, cdp) => {
      await quieten(page, cdp);
      await page.evaluate(define, peer.code, peer.tag);
      const before = await weigh(cdp);
      const idle = await worked(cdp);
      ms.add(key(peer, count), await page.evaluate(render, peer.tag, count));
      cpu.add(key(peer, count), between(idle, await worked(cdp)).cpu);
      // Events that come a task later are over.
      await sleep(300);
      if (count == MOST) {
        const more = weightBetween(before, await weigh(cdp));
        for (const what of Object.keys(each) as (keyof Weight)[]) each[what].add(peer.name, more[what] / count);
      }
      return globalListeners(cdp);
    });

  return {
    title: 'A thousand on one page',
    method: [
      `So many elements put into a page that has the script and a session from an earlier page, until the frame after the one in which all have their text: ms, and CPU of the main thread (\`ThreadTime\`) meanwhile. For ${MOST}: after garbage collection, what is in memory beyond what was there before them, each divided by ${MOST}; medians. JS heap: V8's, in bytes. DOM heap: Blink's (\`embedderHeapUsedSize\`).`,
      `Global listeners: those on window, document, its root and body, cookieStore and navigation; with one element, and what each of ${MOST - 1} others adds to that.`,
    ].join(' '),
    rounds: 5,
    async round(index) {
      for (const peer of rotated(peers, index)) {
        const listening = new Map<number, number>();
        for (const count of rotated(counts, index)) listening.set(count, await measure(peer, count));
        const first = listening.get(1)!;
        globals.first.add(peer.name, first);
        globals.other.add(peer.name, (listening.get(MOST)! - first) / (MOST - 1));
      }
    },
    table: () =>
      [
        table(
          ['peer', 'elements', 'ms for all', 'worst', 'to the floor', 'CPU, ms', 'worst', 'to the floor'],
          counts.flatMap((count) =>
            peers.map((peer) => [
              peer.name,
              String(count),
              ...[ms, cpu].flatMap((samples) => [
                samples.median(key(peer, count)).toFixed(0),
                samples.worst(key(peer, count)).toFixed(0),
                times(samples.ratio(key(peer, count), key(floor, count))),
              ]),
            ]),
          ),
        ),
        table(
          [
            'peer, each of a thousand',
            'JS heap',
            'worst',
            'to the floor',
            'DOM heap',
            'nodes',
            'listeners',
            'global listeners, of one',
            'of each other',
          ],
          peers.map(({ name }) => [
            name,
            each.heap.median(name).toFixed(0),
            each.heap.worst(name).toFixed(0),
            times(each.heap.ratio(name, floor.name)),
            each.dom.median(name).toFixed(0),
            each.nodes.median(name).toFixed(1),
            each.listeners.median(name).toFixed(1),
            globals.first.worst(name).toFixed(0),
            globals.other.worst(name).toFixed(1),
          ]),
        ),
      ].join('\n\n'),
    verdicts: () => [
      atMostTimes('1,000 badges ready', ms.ratio(key(ours, MOST), key(floor, MOST)), 1.4, 'floor'),
      atMostKilobytes('heap per badge', each.heap.median(ours.name), 2),
      atMost('global listeners per badge', globals.other.worst(ours.name), 0),
    ],
    growths: () => [
      {
        title: 'Badges on one page',
        size: 'elements',
        cost: 'ms',
        curves: [ours, floor].map((peer) => ({
          name: peer.name,
          points: counts.map((count) => [count, ms.median(key(peer, count))] as const),
        })),
      },
    ],
  };
}
