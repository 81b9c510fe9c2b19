import { sessionIdTime } from '../../session/session-id.ts';
import { candidates, prefixOf, readings } from '../near.ts';
import type { EventStore } from '../store/event-store.ts';

/** A session that may be the one that the customer meant. */
export interface NearSession {
  readonly id: string;
  /** ms since 1970; null for a foreign ID. */
  readonly startedAt: number | null;
  /** How many there are. */
  readonly records: number;
  /** `exact` is also what differs by case, spaces, hyphens and look-alikes alone. */
  readonly how: 'exact' | 'similar' | 'prefix';
}

/** Of these at most so many. */
const MOST = 20;
const DAY = 86_400_000;

/**
 * Sessions with records that may be meant by what was typed, the best first, at most 20: the ID itself, else those with one mistake,
 * else those that start so, else those with two. `retention` (ms) is how long records are kept, `now` is in ms since 1970.
 * Rejects as the store does.
 */
export async function findNear(
  store: EventStore,
  typed: string,
  { retention, now }: { readonly retention: number; readonly now: number },
): Promise<NearSession[]> {
  // A session that began a day before what is kept may have records, and the customer's clock may be wrong.
  const similar = (distance: 1 | 2): Promise<string[]> =>
    store.known(candidates(typed, { earliest: now - retention - 2 * DAY, latest: now + DAY, distance }));
  const prefix = prefixOf(typed);
  const steps = [
    { how: 'exact', find: () => store.known(readings(typed)) },
    { how: 'similar', find: () => similar(1) },
    { how: 'prefix', find: async () => (prefix ? store.startingWith(prefix, MOST) : []) },
    { how: 'similar', find: () => similar(2) },
  ] as const;
  for (const { how, find } of steps) {
    const ids = (await find()).slice(0, MOST);
    if (ids.length) {
      const records = await Promise.all(ids.map((id) => store.count(id)));
      return ids.map((id, i) => ({ id, startedAt: sessionIdTime(id) ?? null, records: records[i] ?? 0, how }));
    }
  }
  return [];
}
