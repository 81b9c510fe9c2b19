import type { Echo } from './server.ts';

/** How the arguments are given. */
export const kinds = ['URL', 'URL, init', 'Request'] as const;
export type Kind = (typeof kinds)[number];

/** The caller's headers in these. */
export const ownHeaders: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  URL: {},
  'URL, init': { 'content-type': 'application/json' },
  Request: { 'x-shop': '17' },
};

export interface Batches {
  /** µs a call, for each batch of calls. */
  readonly own: number[];
  /** Of the hand-written wrapper, in turn with it. */
  readonly handWritten: number[];
}

/** Runs in the page: puts these wrappers, each by itself, over something in the place of the browser's `fetch`; measures µs until they return. */
export async function callInBatches(
  codes: readonly [own: string, handWritten: string],
  listed: string,
  url: string,
  kinds: readonly Kind[],
  isLate: boolean,
): Promise<{ kind: Kind; alone: Batches; reading: Batches }[]> {
  const page = globalThis as unknown as { install(origin: string): unknown; kept: unknown };
  const answer = Promise.resolve(new Response(null, { status: 204 }));
  // Kept, or the compiler would find that nobody needs what a wrapper makes.
  const alone: typeof fetch = (...args) => ((page.kept = args), answer);
  const reading: typeof fetch = (...args) => ((page.kept = new Request(...args)), answer);
  let real = alone;

  const wrappers: (typeof fetch)[] = [];
  for (const code of codes) {
    globalThis.fetch = (...args) => real(...args);
    const script = document.createElement('script');
    script.text = code;
    document.head.append(script);
    await page.install(listed);
    wrappers.push(globalThis.fetch);
  }

  const time = (fetch: typeof globalThis.fetch, kind: Kind, calls: number) => {
    const request = () => new Request(url, { headers: { 'x-shop': '17' } });
    const requests = Array.from({ length: kind == 'Request' ? calls : 0 }, request);
    const start = performance.now();
    for (let i = 0; i < calls; i++) {
      if (kind == 'URL') void fetch(url);
      else if (kind == 'Request') void fetch(requests[i]!);
      else void fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"sku":17}' });
    }
    return ((performance.now() - start) * 1000) / calls;
  };
  const measure = ([own, handWritten]: (typeof fetch)[], kind: Kind, calls: number, to: Batches) => {
    const measureOwn = () => to.own.push(time(own!, kind, calls));
    // In no fixed order: garbage is collected at regular intervals, which must not be one's alone.
    const isFirst = Math.random() < 0.5;
    if (isFirst) measureOwn();
    to.handWritten.push(time(handWritten!, kind, calls));
    if (!isFirst) measureOwn();
  };

  const batches = (): Batches => ({ own: [], handWritten: [] });
  const empty = () => kinds.map((kind) => ({ kind, alone: batches(), reading: batches() }));
  let all = empty();
  for (let turn = 0; turn < 6; turn++) {
    // Compiled well by now.
    if (turn == 3) all = empty();
    for (const each of all) {
      real = alone;
      measure(wrappers, each.kind, isLate ? 50 : 200, each.alone);
      real = reading;
      // Small ones: most of them without a garbage collection.
      for (let batch = 0; batch < (isLate ? 2 : 16); batch++) measure(wrappers, each.kind, 50, each.reading);
    }
    // What a wrapper does later is over: OpenTelemetry waits for 300 ms.
    await new Promise((resolve) => setTimeout(resolve, isLate && turn > 1 ? 350 : 20));
  }
  return all;
}

/** Runs in the page: asks the other origin by the browser's own `fetch`, call by call. */
export async function callOneByOne(
  url: string,
  kind: Kind,
  count: number,
  isLate: boolean,
): Promise<{ first: Echo; last: Echo; times: number[] }> {
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const ask = async () => {
    const response = await (kind == 'URL'
      ? fetch(url)
      : kind == 'Request'
        ? fetch(new Request(url, { headers: { 'x-shop': '17' } }))
        : fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"sku":17}' }));
    return (await response.json()) as Echo;
  };
  // Asks for permission.
  const first = await ask();
  let last = first;
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    // Also since OpenTelemetry's observers live for 300 ms, and see all calls of the time.
    await sleep(10);
    const start = performance.now();
    last = await ask();
    times.push(performance.now() - start);
  }
  await sleep(isLate ? 350 : 50);
  return { first, last, times };
}
