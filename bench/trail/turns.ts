/**
 * Pages that take turns: all are there, each has begun, and one at a time does something, in the order of their places. Nobody's second
 * turn comes before everybody has had the first. So what all wait for at their beginning is waited for once.
 */
export function takingTurns(count: number): <Result>(place: number, work: () => Promise<Result>) => Promise<Result> {
  let waiting = new Map<number, () => Promise<void>>();
  return (place, work) =>
    new Promise((resolve, reject) => {
      waiting.set(place, () => work().then(resolve, reject));
      if (waiting.size < count) return;
      const all = waiting;
      waiting = new Map();
      void (async () => {
        for (let next = 0; next < count; next++) await all.get(next)!();
      })();
    });
}
