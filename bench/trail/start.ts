import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import type { Visits } from '../visits.ts';
import { between, quieten, sleep, worked, type Work } from './page.ts';
import { faro, nothing, openTelemetry, ours, oursBeside, type Recording } from './peers.ts';

const peers = [ours, oursBeside, faro, openTelemetry, nothing];
const rates = [1, 4];

/** Slowed down, a thread is kept busy also where it has nothing to do: its CPU says nothing of seconds. */
const wholeBy = (rate: number): keyof Work => (rate == 1 ? 'cpu' : 'wall');

interface Started {
  /** Until the script has begun and given control back. */
  readonly at: Work;
  /** And all of the time after. */
  readonly whole: Work;
}

/** What does it cost a page to have it started? */
export function askTrailStart(visits: Visits): Question {
  const names = ['at', 'wall', 'own', 'whole', 'wholeWall', 'wholeOwn'] as const;
  const samples = Object.fromEntries(names.map((name) => [name, new Samples()])) as Record<(typeof names)[number], Samples>;
  const key = ({ name }: Recording, rate: number) => [name, rate].join();

  const start = ({ code, before = '' }: Recording, rate: number): Promise<Started> =>
    visits.again(async (page, cdp) => {
      const { url } = visits.openIntake();
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
        before,
        `${code};begin("${url}")`,
      );
      await sleep(500);
      const first = await worked(cdp);
      await page.evaluate(() => (globalThis as unknown as { start(): void }).start());
      const at = between(first, await worked(cdp));
      await sleep(3000);
      return { at, whole: between(first, await worked(cdp)) };
    });

  return {
    title: 'Trail: start',
    method: [
      'The script put as text into a blank page with a session from an earlier page, compiled, run, and started with an intake on the same server; no code cache, no network but the intake.',
      'At once: until it gives control back; in all: 3 s later, with all that it says of a page that has begun. Main thread, in ms: CPU (`ThreadTime`), wall (`TaskDuration`). To Faro: CPU beyond what a page with nothing takes, in the same round. The badge there: the session manager is on the page already, and only `chunks/trail.js` comes. CPU ×4: slowed down by DevTools, which keeps the thread busy in between: in all, only the wall says something there.',
    ].join(' '),
    rounds: 9,
    async round(index) {
      for (const rate of rates) {
        const all = new Map<string, Started>();
        for (const peer of rotated(peers, index)) all.set(peer.name, await start(peer, rate));
        const floor = all.get(nothing.name)!;
        for (const peer of peers) {
          const { at, whole } = all.get(peer.name)!;
          samples.at.add(key(peer, rate), at.cpu);
          samples.wall.add(key(peer, rate), at.wall);
          samples.own.add(key(peer, rate), at.cpu - floor.at.cpu);
          samples.whole.add(key(peer, rate), whole.cpu);
          samples.wholeWall.add(key(peer, rate), whole.wall);
          const clock = wholeBy(rate);
          samples.wholeOwn.add(key(peer, rate), whole[clock] - floor.whole[clock]);
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
            const toFaro = (name: (typeof names)[number]) => times(samples[name].ratio(key(peer, rate), key(faro, rate)));
            return [
              peer.name,
              `×${rate}`,
              ...both('at'),
              ...both('wall'),
              toFaro('own'),
              ...(wholeBy(rate) == 'cpu' ? both('whole') : ['–', '–']),
              ...both('wholeWall'),
              toFaro('wholeOwn'),
            ];
          }),
        ),
      ),
  };
}
