import { callInBatches, callOneByOne, kinds, ownHeaders, type Kind } from './fetch-page.ts';
import { handWritten, ours, wrappers, type Wrapper } from './fetch-peers.ts';
import { quieten, worked } from './main-thread.ts';
import { rotated, type Question } from './question.ts';
import { median, Samples } from './samples.ts';
import { table, times } from './table.ts';
import type { Visits } from './visits.ts';

const COUNT = 24;
/** How much more than the hand-written one ours may cost. */
const GOAL = 1.2;

/** What does a wrapper around `fetch` that tells another origin something cost each call? */
export function askFetch(visits: Visits): Question {
  const alone = new Samples();
  const reading = new Samples();
  const readingRatio = new Samples();
  const whole = new Samples();
  const main = new Samples();
  const url = `${visits.other}/orders`;
  const listedBy = ({ isListed }: Wrapper) => (isListed ? visits.other : 'https://api.example');
  const key = ({ name }: Wrapper, kind: Kind) => [name, kind].join();

  async function measureSync(peer: Wrapper): Promise<void> {
    const codes = [peer.code, handWritten.code] as const;
    const all = await visits.again((page) => page.evaluate(callInBatches, codes, listedBy(peer), url, kinds, !!peer.isLate));
    for (const { kind, ...batches } of all) {
      alone.add(key(peer, kind), median(batches.alone.own));
      reading.add(key(peer, kind), median(batches.reading.own));
      // Pair by pair: what slows down one moment of the machine falls out.
      readingRatio.add(key(peer, kind), median(batches.reading.own.map((µs, pair) => µs / batches.reading.handWritten[pair]!)));
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
      await quieten(page, cdp);
      for (const kind of kinds) {
        const before = await worked(cdp);
        const { first, last, times } = await page.evaluate(callOneByOne, url, kind, COUNT, !!peer.isLate);
        main.add(key(peer, kind), (((await worked(cdp)).cpu - before.cpu) * 1000) / (COUNT + 1));
        whole.add(key(peer, kind), median(times));
        const added = ['baggage', 'traceparent', 'sentry-trace'].filter((header) => header in last.headers);
        if (peer.header ? !added.includes(peer.header) : added.length)
          throw new Error(`${peer.name}, ${kind}: ${added.join() || 'no header'} instead of ${peer.header}`);
        const lost = Object.entries(ownHeaders[kind]).filter(([header, value]) => last.headers[header] != value);
        if (lost.length && !peer.isCareless) throw new Error(`${peer.name}, ${kind}: ${lost.join()} has not arrived`);
        if (first.preflights != last.preflights) throw new Error(`${peer.name}, ${kind}: permission was asked for again`);
      }
    });
  }

  return {
    title: 'Fetch',
    method: [
      "A call to another origin that is to be told the session ID (Sentry, OpenTelemetry and Datadog: the trace), with each kind of arguments: `fetch(url)`, a POST of JSON by `fetch(url, init)`, a `Request` with a header. The header was seen to arrive, and so were the caller's own: the hand-written one copies a `Request`; a careless one takes it its headers.",
      'Alone: µs from the call of the wrapper until it returns its promise, over a `fetch` that does nothing. Reading: over one that first makes a `Request` of the arguments, as the browser does; next to it, in the same page in turn, the hand-written one, for the ratio. Medians of batches of 200 and 50 calls, when compiled; of fewer for those that go on working later. Sentry keeps all of these as children of the page load.',
      `Whole: ms until the body of a real answer is read, the permission (CORS preflight) known already. Main thread: its µs of CPU a call, what is done later included, but for the transaction that Sentry makes of all of them in the end. One call every 10 ms, ${COUNT} of each kind.`,
    ].join(' '),
    rounds: 4,
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
            times(readingRatio.median(key(peer, kind))),
            whole.median(key(peer, kind)).toFixed(2),
            times(whole.ratio(key(peer, kind), key(handWritten, kind))),
            main.median(key(peer, kind)).toFixed(0),
            times(main.ratio(key(peer, kind), key(handWritten, kind))),
          ]),
        ),
      ),
    verdicts() {
      const ratios = kinds.flatMap((kind) => [
        { what: `${kind}, reading`, ratio: readingRatio.median(key(ours, kind)) },
        { what: `${kind}, main thread`, ratio: main.ratio(key(ours, kind), key(handWritten, kind)) },
      ]);
      const worst = ratios.reduce((a, b) => (b.ratio > a.ratio ? b : a));
      return [
        {
          what: 'propagate, cross-origin fetch',
          goal: `≤ ${times(GOAL)} of hand-written`,
          measured: `${times(worst.ratio)} (${worst.what})`,
          isMet: worst.ratio <= GOAL,
        },
      ];
    },
  };
}
