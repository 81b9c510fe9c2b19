import { RECORD_UID } from '../src/records/attributes.ts';
import type { Recorded } from './otlp.ts';

/** How many records of a session are kept, and of how many sessions; the oldest go. */
const MOST_RECORDS = 300;
const MOST_SESSIONS = 50;

type Listener = (records: readonly Recorded[]) => void;

/** What the trails of the shop's pages have sent, in its memory. */
export interface TrailLog {
  add(records: readonly Recorded[]): void;
  /** Tells what there is of that session, and then what comes, until what it returns is called. */
  follow(id: string, listener: Listener): () => void;
}

export function createTrailLog(): TrailLog {
  const sessions = new Map<string, Recorded[]>();
  const followers = new Set<{ readonly id: string; readonly listener: Listener }>();

  function keep(id: string, records: readonly Recorded[]): void {
    const known = sessions.get(id) ?? [];
    // What was sent again, since its answer was lost.
    const uids = new Set(known.map(({ attributes }) => attributes[RECORD_UID]));
    const fresh = records.filter(({ attributes }) => !uids.has(attributes[RECORD_UID]!));
    // At the end: the first is the one that has had nothing for longest.
    sessions.delete(id);
    sessions.set(id, [...known, ...fresh].slice(-MOST_RECORDS));
    if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value!);
    for (const follower of followers) if (fresh.length && follower.id == id) follower.listener(fresh);
  }

  return {
    add(records) {
      for (const id of new Set(records.map((record) => record.id))) {
        keep(
          id,
          records.filter((record) => record.id == id),
        );
      }
    },
    follow(id, listener) {
      const follower = { id, listener };
      followers.add(follower);
      listener(sessions.get(id) ?? []);
      return () => followers.delete(follower);
    },
  };
}
