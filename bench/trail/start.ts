import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import type { Visits } from '../visits.ts';
import { between, quieten, worked, type Work } from '../main-thread.ts';
import { sleep } from '../sleep.ts';
import { WHOLE_START } from './page.ts';
import { faro, nothing, openTelemetry, ours, oursBeside, type Recording } from './peers.ts';

const peers = [ours, oursBeside, faro, openTelemetry, nothing];
/** Slowed down, a thread is kept busy also where it has nothing to do: its CPU says nothing of seconds. So only the beginning is measured there. */
const rates = [1, 4];
/** What the goal does not ask for takes longest, and is measured in fewer rounds. */
const FEWER = 3;

interface Started {
  /** Until the script has begun and given control back. */
  readonly at: Work;
  /** And all that it does of itself then. */
  readonly whole?: Work;
}

/** What does it cost a page to have it started? */
export function askTrailStart(visits: Visits): Question {
  const names = ['at', 'wall', 'own', 'whole', 'wholeWall', 'wholeOwn'] as const;
  const samples = Object.fromEntries(names.map((name) => [name, new Samples()])) as Record<(typeof names)[number], Samples>;
  const key = ({ name }: Recording, rate: number) => [name, rate].join();

  const start = (peer: Recording, rate: number, isWhole: boolean): Promise<Started> =>
    visits.again(async (page, cdp) => {
      const { url, bodies } = visits.openIntake();
      await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      await quieten(page, cdp);
      // The text is in the page before: its way there is DevTools'.
      await page.evaluate(
        (before, code) => {
          const put = (code: string) => {
            const script = document.createElement('script');
            script.text = code;
            document.head.append(script);
          };
          put(before);
          Object.assign(globalThis, { start: () => put(code) });
        },
        peer.before ?? '',
        `${peer.code};begin("${url}")`,
      );
      await sleep(300);
      const first = await worked(cdp);
      await page.evaluate(() => (globalThis as unknown as { start(): void }).start());
      const at = between(first, await worked(cdp));
      if (!isWhole) return { at };
      await sleep(WHOLE_START);
      if (peer != nothing && !bodies.length) throw new Error(`${peer.name} has started, and sent nothing`);
      return { at, whole: between(first, await worked(cdp)) };
    });

  const toFaro = (name: 'own' | 'wholeOwn', peer: Recording, rate: number) =>
    times(samples[name].ratio(key(peer, rate), key(faro, rate)));

  return {
    title: 'Trail: start',
    method: [
      'The script put as text into a blank page with a session from an earlier page, compiled, run, and started with an intake on the same server; no code cache, no network but the intake.',
      `At once: until it gives control back; in all: ${WHOLE_START / 1000} s later, when each has sent what it says of a page that has begun. Main thread, in ms: CPU (\`ThreadTime\`), wall (\`TaskDuration\`). To Faro: CPU beyond what a page with nothing takes, in the same round. The badge there: the session manager is on the page already, and only \`chunks/trail.js\` comes; Faro has a session of its own in it. CPU ×4: slowed down by DevTools, which keeps the thread busy later on: only at once. In all and CPU ×4: in ${FEWER} of the rounds.`,
    ].join(' '),
    rounds: 5,
    async round(index) {
      const isFull = index < FEWER;
      for (const rate of isFull ? rates : [1]) {
        const all = new Map<string, Started>();
        for (const peer of rotated(peers, index)) all.set(peer.name, await start(peer, rate, isFull && rate == 1));
        const floor = all.get(nothing.name)!;
        for (const peer of peers) {
          const { at, whole } = all.get(peer.name)!;
          samples.at.add(key(peer, rate), at.cpu);
          samples.wall.add(key(peer, rate), at.wall);
          samples.own.add(key(peer, rate), at.cpu - floor.at.cpu);
          if (!whole) continue;
          samples.whole.add(key(peer, rate), whole.cpu);
          samples.wholeWall.add(key(peer, rate), whole.wall);
          samples.wholeOwn.add(key(peer, rate), whole.cpu - floor.whole!.cpu);
        }
      }
    },
    table: () =>
      table(
        [
          'peer',
          'CPU',
          'at once, CPU',
          'worst',
          'wall',
          'worst',
          'to Faro',
          'in all, CPU',
          'worst',
          'wall',
          'worst',
          'to Faro',
        ],
        rates.flatMap((rate) =>
          peers.map((peer) => {
            const both = (name: (typeof names)[number]) => [
              samples[name].median(key(peer, rate)).toFixed(1),
              samples[name].worst(key(peer, rate)).toFixed(1),
            ];
            const atOnce = [...both('at'), ...both('wall'), toFaro('own', peer, rate)];
            const inAll = [...both('whole'), ...both('wholeWall'), toFaro('wholeOwn', peer, rate)];
            return [peer.name, `×${rate}`, ...atOnce, ...(rate > 1 ? inAll.map(() => '–') : inAll)];
          }),
        ),
      ),
    verdicts: () => [
      {
        what: 'trail, start-up CPU',
        goal: '≤ 0.5 × Faro',
        measured: `${toFaro('own', oursBeside, 1)} at once, the badge there (${samples.at.median(key(oursBeside, 1)).toFixed(1)} of ${samples.at.median(key(faro, 1)).toFixed(1)} ms); with the session, as Faro has one in it, ${toFaro('own', ours, 1)}`,
        isMet: samples.own.ratio(key(oursBeside, 1), key(faro, 1)) <= 0.5,
      },
    ],
  };
}
