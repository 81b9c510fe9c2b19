/** How long may be searched, ms. On a page's own thread that is far too long: a worker is the place for it. */
const PATIENCE = 3_000;

/** The lowest price of a year's bundle that is found in that time by trying one after the other, in cents a month. */
export function bestBundle(prices: readonly number[]): number {
  let best = Infinity;
  for (const end = performance.now() + PATIENCE; performance.now() < end;) {
    const months = Array.from({ length: 12 }, () => prices[Math.floor(Math.random() * prices.length)]!);
    best = Math.min(best, months.reduce((sum, price) => sum + price) / months.length);
  }
  return Math.round(best);
}
