/**
 * The table's parts, one a day: what is too old goes with its part, and a look-up of one of our session IDs opens the part that the ID
 * names. So a record lies on the day on which its session began; with an ID that tells no time, on its own day.
 */
import type { Pool, PoolClient } from 'pg';
import { sessionIdTime } from '../../session/session-id.ts';
import { withLock } from './postgres-schema.ts';

const DAY = 86_400_000;

/**
 * The part for days that are long past or to come: clocks are wrong, IDs can be made up, and each day that there is would be one more
 * table. Look-ups always open this one, too.
 */
export const ELSEWHERE = 0;
/** How old a day is at most to get a part of its own, in days. */
const MAX_AGE = 31;

const part = (day: number): string => `desk_records_${day}`;

/** The day that one of our session IDs names, since 1970. Undefined for another ID. */
export function dayOfSession(session: string): number | undefined {
  const time = sessionIdTime(session);
  return time == undefined ? undefined : Math.floor(time / DAY);
}

/** Where a record is put, at the time `now`, ms. */
export function dayOfRecord(session: string, time: number, now: number): number {
  const day = dayOfSession(session) ?? Math.floor(time / DAY);
  const age = Math.floor(now / DAY) - day;
  return age >= -1 && age <= MAX_AGE ? day : ELSEWHERE;
}

/** Makes the parts that are not there. Neither readers nor writers wait: a table is made by itself, then attached. */
export const makeParts = (pool: Pool, days: readonly number[]): Promise<void> =>
  withLock(pool, async (client) => {
    for (const day of days) {
      const { rows } = await client.query<{ name: string | null }>('select to_regclass($1) as name', [part(day)]);
      if (rows[0]!.name) continue;
      await client.query(`
        create table ${part(day)} (like desk_records including all);
        alter table desk_records attach partition ${part(day)} for values from (${day}) to (${day + 1});
      `);
    }
  });

/** The days that have parts, from the oldest on; the part for other days is among them. */
export async function listParts(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ day: number }>(`
    select substring(relname from '[0-9]+$')::integer as day
    from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'desk_records'::regclass order by day
  `);
  return rows.map(({ day }) => day);
}

/** Removes a few rows of a part from before that time, ms, and says how many: 0 when there are no more. What another desk removes is its. */
export async function removeSome(pool: Pool, day: number, before: number, limit: number): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from ${part(day)} where ctid = any(array(
       select ctid from ${part(day)} where time < $1 order by time limit $2 for update skip locked
     ))`,
    [before, limit],
  );
  return rowCount!;
}

/**
 * Removes a whole part, where its day is over and nothing in it is from that time or later, and says how many rows it had. Undefined
 * where it stays: it is needed, or somebody reads in it for longer than writers should wait.
 */
export async function dropPart(pool: Pool, day: number, before: number): Promise<number | undefined> {
  if (day == ELSEWHERE || (day + 1) * DAY > before) return undefined;
  const isNeeded = async (db: Pool | PoolClient): Promise<boolean> =>
    !!(await db.query(`select 1 from ${part(day)} where time >= $1 limit 1`, [before])).rowCount;
  if (await isNeeded(pool)) return undefined;
  const { rows } = await pool.query<{ count: number }>(`select count(*)::float8 as count from ${part(day)}`);
  return withLock(pool, async (client) => {
    // Of the whole first, as who writes does.
    await client.query(`set local lock_timeout = '100ms'; lock table only desk_records in access exclusive mode`);
    if (await isNeeded(client)) return undefined;
    await client.query(`drop table ${part(day)}`);
    return rows[0]!.count;
  }).catch((error: { code?: string }) => {
    // lock_not_available
    if (error.code == '55P03') return undefined;
    throw error;
  });
}
