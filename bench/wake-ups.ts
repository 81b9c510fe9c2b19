interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly data?: { readonly message?: string } };
}

export const CATEGORIES = ['devtools.timeline', 'v8', 'v8.execute'];

/** By these a page's own script begins to run, whoever calls it. */
const RUNS =
  /^(?:TimerFire|FireAnimationFrame|FireIdleCallback|EventDispatch|FunctionCall|EvaluateScript|RunMicrotasks|v8\.run|v8\.callFunction)$/;

/** How often script of a page began to run between two of its marks in a trace, and these as the trace names them. `rest`: µs left out behind the first. */
export function wakeUps(trace: Buffer, from: string, to: string, rest: number): string[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] };
  const mark = (message: string) => {
    const found = traceEvents.find(({ name, args }) => name == 'TimeStamp' && args.data?.message == message);
    if (!found) throw new Error(`the trace has no "${message}"`);
    return found;
  };
  const [first, last] = [mark(from), mark(to)];
  const runs = traceEvents
    .filter(
      ({ name, pid, tid, ts }) =>
        RUNS.test(name) && pid == first.pid && tid == first.tid && ts > first.ts + rest && ts < last.ts,
    )
    .toSorted((a, b) => a.ts - b.ts);
  // What runs within another one is no new one.
  let end = 0;
  return runs
    .filter(({ ts, dur = 0 }) => {
      const isNew = ts >= end;
      end = Math.max(end, ts + dur);
      return isNew;
    })
    .map(({ name }) => name);
}
