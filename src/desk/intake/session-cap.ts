import type { Row } from '../record.ts';
import type { EventStore } from '../store/event-store.ts';

/** How many records a session may have. What a page records is bounded already: this is for who writes under an ID without end. */
export const MOST_OF_A_SESSION = 20_000;
/** How many sessions' counts are remembered. */
const REMEMBERED = 20_000;

/** Keeps sessions from growing without end. Counts may be a little off where two desks share a database. */
export interface SessionCap {
  /** The rows that may be stored, and how many of the sessions have none yet. Call `settle` when they are stored, or cannot be. */
  admit(rows: readonly Row[]): Promise<{ readonly admitted: readonly Row[]; readonly newSessions: number; settle(): void }>;
  /** Its records are gone. */
  forget(session: string): void;
}

function bySession(rows: readonly Row[]): Map<string, Row[]> {
  const sessions = new Map<string, Row[]>();
  for (const row of rows) {
    const own = sessions.get(row.session);
    if (own) own.push(row);
    else sessions.set(row.session, [row]);
  }
  return sessions;
}

export function createSessionCap(store: Pick<EventStore, 'count'>): SessionCap {
  const counts = new Map<string, number>();
  /** How many are on their way to the disk: no count of the store has them. */
  const onTheWay = new Map<string, number>();
  const move = (session: string, by: number) => {
    const moved = (onTheWay.get(session) ?? 0) + by;
    if (moved) onTheWay.set(session, moved);
    else onTheWay.delete(session);
  };
  const counted = (session: string, settle: () => void) =>
    store.count(session).catch((error) => {
      settle();
      throw error;
    });
  return {
    async admit(rows) {
      let newSessions = 0;
      const admitted: Row[] = [];
      const settle = () => admitted.forEach(({ session }) => move(session, -1));
      for (const [session, own] of bySession(rows)) {
        let count = session ? counts.get(session) : 0;
        // What was sent again, or could not be written, was counted too: before anything is refused it is counted anew.
        if (count == undefined || count + own.length > MOST_OF_A_SESSION) {
          if (session) count = (await counted(session, settle)) + (onTheWay.get(session) ?? 0);
          if (!count) newSessions++;
        }
        const some = session ? own.slice(0, Math.max(0, MOST_OF_A_SESSION - count!)) : own;
        admitted.push(...some);
        // At the end: the first is the one that has had nothing for longest.
        counts.delete(session);
        counts.set(session, count! + some.length);
        move(session, some.length);
      }
      while (counts.size > REMEMBERED) counts.delete(counts.keys().next().value!);
      return { admitted, newSessions, settle };
    },
    forget: (session) => void counts.delete(session),
  };
}
