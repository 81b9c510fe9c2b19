import type { CDPSession } from 'puppeteer-core';
import { callInBatches, callOneByOne, kinds, type Kind } from './fetch-page.ts';
import { handWritten, wrappers, type Wrapper } from './peers.ts';
import { rotated, type Question } from './question.ts';
import { median, Samples } from './samples.ts';
import { table, times } from './table.ts';
import type { Visits } from './visits.ts';

const COUNT = 30;

/** µs that the page's main thread was at work until now; not what others did on its core. */
async function worked(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name == 'ThreadTime')!.value * 1e6;
}

/** What does a wrapper around `fetch` that tells another origin something cost each call? */
export function askFetch(visits: Visits): Question {
  const alone = new Samples();
  const reading = new Samples();
  const whole = new Samples();
  const main = new Samples();
  const url = `${visits.other}/orders`;
  const listedBy = ({ isListed }: Wrapper) => (isListed ? visits.other : 'https://api.example');
  const key = ({ name }: Wrapper, kind: Kind) => [name, kind].join();
  const beside = (peer: Wrapper, kind: Kind) => `beside ${key(peer, kind)}`;

  async function measureSync(peer: Wrapper): Promise<void> {
    const codes = [peer.code, handWritten.code] as const;
    const all = await visits.again((page) => page.evaluate(callInBatches, codes, listedBy(peer), url, kinds));
    for (const { kind, ...batches } of all) {
      alone.add(key(peer, kind), median(batches.alone.own));
      reading.add(key(peer, kind), median(batches.reading.own));
      reading.add(beside(peer, kind), median(batches.reading.handWritten));
    }
  }

  async function measureWhole(peer: Wrapper): Promise<void> {
    await visits.again(async (page, cdp) => {
      await page.addScriptTag({ content: peer.code });
      await page.evaluate(async (origin) => {
        await (globalThis as unknown as { install(origin: string): unknown }).install(origin);
        // Whatever it does at its start is no part of a call.
        await new Promise((resolve) => setTimeout(resolve, 300));
      }, listedBy(peer));
      await cdp.send('Performance.enable');
      // Puppeteer has the page report all that is sent and received, at the cost of half a call.
      await (page as unknown as { _client(): CDPSession })._client().send('Network.disable');
      for (const kind of kinds) {
        const before = await worked(cdp);
        const { first, last, times } = await page.evaluate(callOneByOne, url, kind, COUNT);
        main.add(key(peer, kind), ((await worked(cdp)) - before) / (COUNT + 1));
        whole.add(key(peer, kind), median(times));
        const added = ['baggage', 'traceparent'].filter((header) => header in last.headers);
        if (peer.header ? !added.includes(peer.header) : added.length)
          throw new Error(`${peer.name}, ${kind}: ${added.join() || 'no header'} instead of ${peer.header}`);
        if (first.preflights != last.preflights) throw new Error(`${peer.name}, ${kind}: permission was asked for again`);
      }
    });
  }

  return {
    title: 'Fetch',
    method: [
      'A call to another origin that is to be told the session ID (OpenTelemetry and Datadog: the trace), with each kind of arguments: `fetch(url)`, a POST of JSON by `fetch(url, init)`, a `Request` with a header. The header was seen to arrive; the hand-written one takes a `Request` its own headers.',
      'Alone: µs from the call of the wrapper until it returns its promise, over a `fetch` that does nothing. Reading: over one that first makes a `Request` of the arguments, as the browser does; next to it, in the same page in turn, the hand-written one, for the ratio. Medians of batches of 200 and 20 calls, when compiled.',
      `Whole: ms until the body of a real answer is read, the permission (CORS preflight) known already. Main thread: its µs of CPU a call, all that is done later included. One call every 10 ms, ${COUNT} of each kind.`,
    ].join(' '),
    rounds: 5,
    async round(index) {
      for (const peer of rotated(wrappers, index)) {
        await measureSync(peer);
        await measureWhole(peer);
      }
    },
    table: () =>
      table(
        [
          'peer',
          'arguments',
          'alone, µs',
          'reading, µs',
          'worst',
          'to the hand-written',
          'whole, ms',
          'to the hand-written',
          'main thread, µs',
          'to the hand-written',
        ],
        kinds.flatMap((kind) =>
          wrappers.map((peer) => [
            peer.name,
            kind,
            alone.median(key(peer, kind)).toFixed(2),
            reading.median(key(peer, kind)).toFixed(1),
            reading.worst(key(peer, kind)).toFixed(1),
            times(reading.ratio(key(peer, kind), beside(peer, kind))),
            whole.median(key(peer, kind)).toFixed(2),
            times(whole.ratio(key(peer, kind), key(handWritten, kind))),
            main.median(key(peer, kind)).toFixed(0),
            times(main.ratio(key(peer, kind), key(handWritten, kind))),
          ]),
        ),
      ),
  };
}
