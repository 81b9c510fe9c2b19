/** What is in the desk's PostgreSQL database. */
import type { Pool, PoolClient } from 'pg';

/** Raised with every change of the tables. */
const VERSION = 1;

/** Held by who makes or drops tables, so that two desks do not at once. Any number that nobody else in the database has. */
const LOCK = 0x73696462;

// Texts in the order of their bytes, as in SQLite, whatever the database's language is.
const TABLES = `
  create table desk_schema (version integer not null);
  insert into desk_schema values (${VERSION});
  create table desk_records (
    session text collate "C" not null,
    uid text collate "C" not null,
    day integer not null,
    time double precision not null,
    received double precision not null,
    data text not null,
    primary key (session, uid, day)
  ) partition by range (day);
  create index on desk_records (time);
`;

/** Changes tables in a transaction, one desk at a time. */
export async function withLock<Result>(pool: Pool, change: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const result = await change(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    // Who cannot even roll back has lost the connection.
    client.release(broken);
  }
}

/** Makes the tables where there are none. Rejects where a newer desk has made them. */
export const prepareDatabase = (pool: Pool): Promise<void> =>
  withLock(pool, async (client) => {
    const { rows } = await client.query<{ name: string | null }>("select to_regclass('desk_schema') as name");
    if (!rows[0]!.name) await client.query(TABLES);
    const { rows: versions } = await client.query<{ version: number }>('select version from desk_schema');
    if (versions[0]!.version > VERSION) throw new Error('the database was made by a newer version of the desk');
  });
