import { atMost, atMostTimes } from './goals.ts';
import { weigh, weightBetween } from './page-cost.ts';
import { floor, ours, shoelace, type Peer } from './peers.ts';
import { rotated, type Question, type Verdict } from './question.ts';
import { begin, look, prepare } from './start-page.ts';
import { rates, starters, Starts, visitors, type Visitor } from './start-samples.ts';
import { tracesOf } from './start-traces.ts';
import { times } from './table.ts';
import { between, quieten, worked } from './main-thread.ts';
import { sleep } from './sleep.ts';
import type { Visits } from './visits.ts';

const ROUNDS = 5;
/** Of a frame, in ms. Rounds begin at different moments of it, or all times would be whole frames. */
const FRAME = 1000 / 60;
/** ms after which nothing more comes of the start. */
const SETTLED = 300;

/** How long from the start of the script until the ID is painted, and what of it stays? */
export function askStart(visits: Visits): Question {
  const starts = new Starts();

  const time = (peer: Peer, visitor: Visitor, rate: number, phase: number): Promise<void> =>
    visits[visitor](async (page, cdp) => {
      await quieten(page, cdp);
      await page.evaluate(prepare, peer.code, peer.tag);
      const { cookie } = await page.evaluate(look, peer.tag);
      if (!!cookie != (visitor == 'again')) throw new Error(`cookies before the start: ${cookie || 'none'}`);
      const blank = await weigh(cdp);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      const idle = await worked(cdp);
      const { text, painted } = await page.evaluate(begin, phase);
      const { cpu } = between(idle, await worked(cdp));
      starts.add('text', text, peer, visitor, rate);
      starts.add('painted', painted, peer, visitor, rate);
      await sleep(SETTLED);
      const shown = await page.evaluate(look, peer.tag);
      if (!shown.id || (peer == ours && !shown.cookie.includes(shown.id)))
        throw new Error(`${peer.name} shows ${shown.id || 'nothing'}, with the cookies ${shown.cookie || '(none)'}`);
      // Slowed down, the thread is kept busy also where it has nothing to do.
      if (rate != 1) return;
      starts.add('cpu', cpu, peer, visitor);
      const more = weightBetween(blank, await weigh(cdp));
      starts.add('heap', more.heap / 1000, peer, visitor);
      starts.add('nodes', more.nodes, peer, visitor);
      starts.add('listeners', more.listeners, peer, visitor);
    });

  const count = (peer: Peer, visitor: Visitor): Promise<void> =>
    visits[visitor](async (page) => {
      await page.evaluate(prepare, peer.code, peer.tag);
      const traces = await tracesOf(page, async () => {
        await page.evaluate(begin, 0);
        await sleep(SETTLED);
      });
      starts.add('timers', traces.timers, peer, visitor);
      starts.add('requests', traces.requests, peer, visitor);
      starts.add('replaced', traces.replaced.length, peer, visitor);
      if (peer == ours && traces.replaced.length) console.warn('ours has replaced', traces.replaced.join());
    });

  /** Two frames are in both times, which brings their ratio near to 1: what is in the DOM is said with it. */
  const painted = (base: Peer, visitor: Visitor, when: string, limit: number, rate: number): Verdict => {
    const verdict = atMostTimes(
      `start → ID painted, ${when}, CPU ×${rate}`,
      starts.ratio('painted', base, visitor, rate),
      limit,
      base == floor ? 'floor' : base.name,
    );
    return { ...verdict, measured: `${verdict.measured}; in the DOM ${times(starts.ratio('text', base, visitor, rate))}` };
  };

  return {
    title: 'Start',
    method: [
      'From a module script put into a blank page that has the element already, until its text is in the DOM (of Shoelace: and the button that copies), and until the second `requestAnimationFrame` after that ("painted"), in ms. CPU, ms: the main thread\'s (`ThreadTime`) until then; slowed down by DevTools (CPU ×4) it says nothing. No network, no code cache. Cookie present: there is a session from an earlier page. Shoelace: `sl-copy-button` beside a text, without the style sheet of its theme; its icon comes later.',
      `${SETTLED} ms later, after garbage collection, beyond the blank page with the element and the script's text: V8's heap, nodes, listeners. In a page of its own: timers, frames and idle moments that are still waited for, requests to the network, the browser's own functions that were replaced. Counts: the most of all rounds.`,
      'Goals: CPU and heap with the cookie present, counts the most of both.',
    ].join(' '),
    rounds: ROUNDS,
    async round(index) {
      const phase = (index / ROUNDS) * FRAME;
      for (const visitor of visitors) {
        for (const rate of rates) for (const peer of rotated(starters, index)) await time(peer, visitor, rate, phase);
        for (const peer of rotated(starters, index)) await count(peer, visitor);
      }
    },
    table: () => [starts.timesTable(), starts.tracesTable()].join('\n\n'),
    verdicts: () => [
      ...rates.flatMap((rate) => [
        painted(floor, 'again', 'cookie present', 1.3, rate),
        painted(shoelace, 'again', 'cookie present, beside Shoelace', 0.5, rate),
        painted(floor, 'first', 'no cookie yet', 2.5, rate),
      ]),
      atMostTimes('CPU at start', starts.ratio('cpu', floor, 'again'), 1.4, 'floor'),
      atMostTimes('heap at start', starts.ratio('heap', floor, 'again'), 2, 'floor'),
      atMost('listeners at start', starts.most('listeners'), 8),
      atMost('timers at start', starts.most('timers'), 0),
      atMost('requests at start', starts.most('requests'), 0),
      atMost('patched globals', starts.most('replaced'), 0),
    ],
  };
}
