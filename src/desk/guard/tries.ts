/** How many wrong tokens are looked at in a minute, from one address. */
const MOST = 20;
const MINUTE = 60_000;

/** Counts wrong tokens, so that nobody can try them all. */
export interface Tries {
  areOver(address: string): boolean;
  failed(address: string): void;
}

/** `now`: ms. */
export function createTries(now: () => number): Tries {
  let counts = new Map<string, number>();
  let since = now();
  const current = () => {
    if (now() - since > MINUTE) [counts, since] = [new Map(), now()];
    return counts;
  };
  return {
    areOver: (address) => (current().get(address) ?? 0) >= MOST,
    failed: (address) => void current().set(address, (current().get(address) ?? 0) + 1),
  };
}
