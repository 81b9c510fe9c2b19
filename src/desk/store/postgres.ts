/** Records in PostgreSQL. Any number of desks can share a database. */
import pg from 'pg';
import type { Row } from '../record.ts';
import { columnsOf } from './columns.ts';
import { type EventStore, StoreFailedError } from './event-store.ts';
import { groupCommit } from './group-commit.ts';
import { floatArray, integerArray, textArray } from './pg-arrays.ts';
import { dayOfRecord, dayOfSession, dropPart, ELSEWHERE, listParts, makeParts, removeSome } from './postgres-partitions.ts';
import { prepareDatabase } from './postgres-schema.ts';

/** Rows that `all` gives, and a step of `expire` removes, at once. */
const SLICE = 500;

// In one order, so that two desks that write the same records at once do not wait for each other in a circle.
const INSERT = `
  insert into desk_records (session, uid, day, time, received, data)
  select * from unnest($1::text[], $2::text[], $3::int4[], $4::float8[], $5::float8[], $6::text[])
    as added (session, uid, day, time, received, data)
  order by session collate "C", uid collate "C"
  on conflict do nothing
`;
/**
 * Rows in order. First those of the session, then their order: with a limit, a planner that knows little yet (a new day's table) would
 * take the index on time, and look through everybody's.
 */
const select = (condition: string): string => `
  with found as materialized (select session, uid, time, received, data from desk_records where ${condition})
  select * from found order by time, uid
`;

/** What PostgreSQL calls it, https://www.postgresql.org/docs/15/errcodes-appendix.html */
const [NO_PART, NO_TABLE] = ['23514', '42P01'];
const hasCode = (error: unknown, code: string): boolean => (error as { code?: string }).code == code;

/** An error that says something: a refused connection has its text in a code only where a name has several addresses. */
const failed = (error: unknown): StoreFailedError => {
  const { message, code } = error as { message: string; code?: string };
  return new StoreFailedError(message || code, { cause: error });
};

/** The condition for rows of a session, and its two parameters. It opens one day and the odd ones where the ID tells the time, else all. */
const ofSession = (session: string): { condition: string; values: [string, number[]] } => {
  const day = dayOfSession(session);
  return {
    condition: `session = $1 and ${day == undefined ? 'cardinality($2::int4[]) = 0' : 'day = any($2::int4[])'}`,
    values: [session, day == undefined ? [] : [day, ELSEWHERE]],
  };
};

/** `PostgreSQL, <host>/<database>`. Throws for no URL; the error that comes then has all of it, with the password. */
function nameOf(url: string): string {
  try {
    const { host, database } = new pg.Client(url);
    return `PostgreSQL, ${host}/${database}`;
  } catch {
    throw new Error('DATABASE_URL is no URL of a database, such as postgres://user:password@host/database');
  }
}

/**
 * Opens a database by its URL, and makes its tables where there are none. Rejects with an error to read where it cannot be reached or
 * was made by a newer desk. Later every method rejects with {@link StoreFailedError} while the database is down, and works again after.
 */
export async function openPostgresStore(url: string): Promise<EventStore> {
  const name = nameOf(url);
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true });
  // A connection that breaks makes its query fail, and another one is opened for the next. Unheard, the event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  const query = async <Result extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Result>> => {
    try {
      return await pool.query<Result>(text, values);
    } catch (error) {
      throw failed(error);
    }
  };

  let made = new Set<number>();
  async function insert(rows: readonly Row[]): Promise<void> {
    const { sessions, uids, times, received, data } = columnsOf(rows);
    const now = Date.now();
    const days = sessions.map((session, i) => dayOfRecord(session, times[i]!, now));
    const missing = [...new Set(days)].filter((day) => !made.has(day));
    if (missing.length) await makeParts(pool, missing);
    missing.forEach((day) => made.add(day));
    await pool.query(INSERT, [
      textArray(sessions),
      textArray(uids),
      integerArray(days),
      floatArray(times),
      floatArray(received),
      textArray(data),
    ]);
  }

  async function write(rows: readonly Row[]): Promise<void> {
    try {
      await insert(rows);
    } catch (error) {
      if (!hasCode(error, NO_PART)) throw error;
      // Another desk has dropped what we thought was there.
      made = new Set();
      await insert(rows);
    }
  }
  const commits = groupCommit((rows) => write(rows).catch((error) => Promise.reject(failed(error))), 2);

  try {
    await prepareDatabase(pool);
  } catch (error) {
    await pool.end();
    throw new Error(`cannot use the database: ${failed(error).message}`, { cause: error });
  }
  return {
    name,
    add: commits.add,
    async read(session, { after: { time, uid } = { time: -Infinity, uid: '' }, limit }) {
      const { condition, values } = ofSession(session);
      const sql = `${select(`${condition} and (time, uid) > ($3, $4)`)} limit $5`;
      return (await query<Row>(sql, [...values, time, uid, limit])).rows;
    },
    async arrivedSince(session, received) {
      const { condition, values } = ofSession(session);
      return (await query<Row>(select(`${condition} and received >= $3`), [...values, received])).rows;
    },
    async count(session) {
      const { condition, values } = ofSession(session);
      const { rows } = await query<{ count: number }>(
        `select count(*)::float8 as count from desk_records where ${condition}`,
        values,
      );
      return rows[0]!.count;
    },
    async known(sessions) {
      // One look into the index for each, in its order, however many records it has. Where the ID tells the time, into one day's.
      const ask = (asked: readonly string[], condition: string) =>
        query<{ session: string }>(
          `select session from unnest($1::text[], $2::int4[]) as asked (session, day) cross join lateral (
             select from desk_records where desk_records.session = asked.session and ${condition} order by uid limit 1
           ) as found`,
          [asked, asked.map(dayOfSession)],
        );
      const isOwn = (session: string): boolean => dayOfSession(session) != undefined;
      const answers = await Promise.all([
        ask(sessions.filter(isOwn), `desk_records.day = any(array[asked.day, ${ELSEWHERE}])`),
        ask(
          sessions.filter((session) => !isOwn(session)),
          'true',
        ),
      ]);
      const found = new Set(answers.flatMap(({ rows }) => rows.map(({ session }) => session)));
      return sessions.filter((session) => found.has(session));
    },
    async startingWith(prefix, limit) {
      const { rows } = await query<{ session: string }>(
        `with recursive found (session) as (
           (select session from desk_records where session >= $1 order by session limit 1)
           union all
           select (select session from desk_records where session > found.session order by session limit 1)
           from found where starts_with(found.session, $1)
         )
         select session from found where starts_with(session, $1) limit $2`,
        [prefix, limit],
      );
      return rows.map(({ session }) => session);
    },
    async erase(session) {
      const { condition, values } = ofSession(session);
      return (await query(`delete from desk_records where ${condition}`, values)).rowCount!;
    },
    async expire(before, progress) {
      let removed = 0;
      const tell = (more: number): void => {
        removed += more;
        if (more) progress?.(removed);
      };
      try {
        for (const day of await listParts(pool)) {
          try {
            const dropped = await dropPart(pool, day, before);
            if (dropped != undefined) {
              made.delete(day);
              tell(dropped);
              continue;
            }
            for (let step; (step = await removeSome(pool, day, before, SLICE));) tell(step);
          } catch (error) {
            // Another desk was faster.
            if (!hasCode(error, NO_TABLE)) throw error;
          }
        }
      } catch (error) {
        throw failed(error);
      }
      return removed;
    },
    async *all() {
      let position: [string, string, number] = ['', '', -1];
      for (;;) {
        const { rows } = await query<Row & { day: number }>(
          `select session, uid, time, received, data, day from desk_records
           where (session, uid, day) > ($1, $2, $3) order by session, uid, day limit ${SLICE}`,
          position,
        );
        if (!rows.length) return;
        const { session, uid, day } = rows.at(-1)!;
        position = [session, uid, day];
        yield rows.map(({ day: _, ...row }) => row);
      }
    },
    async close() {
      await commits.close();
      await pool.end();
    },
  };
}
