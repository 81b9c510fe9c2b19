import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import pg from 'pg';
import type { Row } from '../../../src/desk/record.ts';
import { StoreFailedError, type EventStore } from '../../../src/desk/store/event-store.ts';
import { openPostgresStore } from '../../../src/desk/store/postgres.ts';
import { mintSessionId } from '../../../src/session/session-id.ts';
import { ensurePostgres } from '../../../tools/postgres.mjs';
import { PASSWORD, runSql, startPostgres, type Postgres } from '../../support/postgres.ts';
import { testStore } from './contract.ts';
import { DAY, FOREIGN, inOrder, OTHER, row, rows } from './rows.ts';

const found = ensurePostgres();

describe('PostgreSQL', { skip: found.why }, () => {
  let postgres: Postgres;
  before(async () => void (postgres = await startPostgres(found as Exclude<typeof found, { why: string }>)));
  after(() => postgres.stop());

  testStore(async () => {
    const url = await postgres.newDatabase();
    return () => openPostgresStore(url);
  });

  /** Opens stores on one new database, closed after the test. */
  async function openStores(context: TestContext, count: number): Promise<{ url: string; stores: EventStore[] }> {
    const url = await postgres.newDatabase();
    const stores = await Promise.all(Array.from({ length: count }, () => openPostgresStore(url)));
    context.after(() => Promise.all(stores.map((store) => store.close())));
    return { url, stores };
  }

  const partsOf = async (url: string): Promise<string[]> => {
    const found = await runSql<{ name: string }>(
      url,
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'desk_records'::regclass order by 1",
    );
    return found.map(({ name }) => name);
  };
  const today = Math.floor(Date.now() / DAY);

  test('two desks that open a new database at once write the same records at once, each is there once', async (context) => {
    const { stores } = await openStores(context, 2);
    const all: Row[] = [];
    for (let days = 0; days < 8; days++) {
      const some = [...rows(200, { time: Date.now() - days * DAY }), ...rows(300, { time: Date.now() - (days + 1) * DAY })];
      all.push(...some);
      // Each in an order of its own: they must not wait for each other's rows in a circle.
      await Promise.all(stores.map((store, i) => store.add(i ? some : some.toReversed())));
    }
    for (const store of stores) assert.deepEqual(await store.read(FOREIGN, { limit: 10_000 }), inOrder(all));
  });

  test('what one desk erases or removes with its whole day is gone for the other one, which writes on', async (context) => {
    const { url, stores } = await openStores(context, 2);
    const [here, there] = stores as [EventStore, EventStore];
    const old = rows(3, { time: Date.now() - 8 * DAY });
    await here.add(old);
    await there.add(rows(2, { session: OTHER }));
    assert.deepEqual(
      await partsOf(url),
      [today - 8, today].map((day) => `desk_records_${day}`),
    );
    assert.equal(await there.expire(Date.now() - 3 * DAY), 3);
    assert.deepEqual(await partsOf(url), [`desk_records_${today}`]);
    await here.add(old);
    assert.deepEqual(await there.read(FOREIGN, { limit: 10 }), inOrder(old));
    const removed = await Promise.all(stores.map((store) => store.expire(Date.now() - 3 * DAY)));
    assert.ok(removed.includes(3), `${removed}`);
    assert.equal(await here.erase(OTHER), 2);
    assert.equal(await there.count(OTHER), 0);
  });

  test('drops days that are over, and removes from the last one by time', async (context) => {
    const { url, stores } = await openStores(context, 1);
    const noon = (today - 5) * DAY + DAY / 2;
    const session = mintSessionId(noon - 2 * DAY);
    await stores[0]!.add([
      ...rows(50, { time: noon - DAY }),
      ...rows(5, { time: noon - 1 }),
      ...rows(6, { time: noon }),
      // Began two days before, and goes on.
      ...rows(4, { session, time: noon - 2 * DAY + 1 }),
      row({ session, time: noon + 1 }),
    ]);
    const steps: number[] = [];
    assert.equal(await stores[0]!.expire(noon, (removed) => steps.push(removed)), 59);
    assert.deepEqual(steps, [4, 54, 59]);
    assert.deepEqual(
      await partsOf(url),
      [today - 7, today - 5].map((day) => `desk_records_${day}`),
    );
    assert.equal(await stores[0]!.count(session), 1);
    assert.equal(await stores[0]!.expire(Date.now()), 7);
    assert.deepEqual(await partsOf(url), []);
  });

  test('who reads for long keeps neither writers nor the removal waiting', async (context) => {
    const { url, stores } = await openStores(context, 1);
    await stores[0]!.add(rows(700, { time: Date.now() - 8 * DAY }));
    const reader = new pg.Client(url);
    await reader.connect();
    context.after(() => reader.end());
    await reader.query('begin; select count(*) from desk_records');
    const expired = stores[0]!.expire(Date.now() - DAY);
    // A day that needs a part of its own.
    await stores[0]!.add(rows(3, { session: OTHER }));
    assert.equal(await expired, 700);
    assert.equal(await stores[0]!.count(OTHER), 3);
    await reader.query('rollback');
    assert.equal(await stores[0]!.expire(Date.now() - DAY), 0);
    assert.deepEqual(await partsOf(url), [`desk_records_${today}`]);
  });

  test('a look-up of an ID of ours opens the day it names, and the odd ones', async () => {
    const url = await postgres.newDatabase();
    const store = await openPostgresStore(url);
    const sessions = Array.from({ length: 6 }, (_, days) => mintSessionId(Date.now() - days * DAY));
    await store.add([...sessions, mintSessionId(0)].flatMap((session) => rows(5, { session })));
    await store.close();
    // Told as connections end.
    const scans = async (): Promise<Record<string, number>> => {
      const counts = await runSql<{ name: string; scans: number }>(
        url,
        "select relname as name, (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int as scans from pg_stat_user_tables where relname ~ '^desk_records_'",
      );
      return Object.fromEntries(counts.map(({ name, scans }) => [name, scans]));
    };
    const earlier = await scans();
    const again = await openPostgresStore(url);
    assert.equal((await again.read(sessions[3]!, { limit: 50 })).length, 5);
    assert.equal(await again.count(sessions[3]!), 5);
    assert.deepEqual(await again.known([sessions[3]!]), [sessions[3]]);
    await again.close();
    const later = await scans();
    const opened = Object.keys(later).filter((name) => later[name] != earlier[name]);
    assert.deepEqual(opened.sort(), [`desk_records_0`, `desk_records_${today - 3}`]);
  });

  test('while the server is stopped it says so, nothing of it is there, and works again after', async (context) => {
    if (!postgres.server) return context.skip('the server of DATABASE_URL is not ours to stop');
    const { url, stores } = await openStores(context, 1);
    const store = stores[0]!;
    await store.add(rows(1));
    const adds = Array.from({ length: 40 }, () => store.add(rows(500, { session: OTHER })));
    const results = Promise.allSettled(adds);
    // In the middle of its work.
    await adds[3];
    await postgres.server.stop();
    const settled = await results;
    assert.ok(settled.some(({ status }) => status == 'rejected'));
    for (const result of settled) if (result.status == 'rejected') assert.ok(result.reason instanceof StoreFailedError);
    await assert.rejects(store.add(rows(3)), StoreFailedError);
    await assert.rejects(store.read(FOREIGN, { limit: 1 }), StoreFailedError);
    await assert.rejects(store.expire(1), StoreFailedError);
    await assert.rejects(
      openPostgresStore(url),
      (error: Error) => /ECONNREFUSED/.test(error.message) && !error.message.includes(PASSWORD),
    );
    await postgres.server.start();
    assert.equal(await store.count(FOREIGN), 1);
    assert.ok((await store.count(OTHER)) >= 500 * settled.filter(({ status }) => status == 'fulfilled').length);
    await store.add(rows(2));
    assert.equal(await store.count(FOREIGN), 3);
  });

  test('a connection that is cut fails what it was asked, and no more', async (context) => {
    const { url, stores } = await openStores(context, 1);
    await stores[0]!.add(rows(1));
    await runSql(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid != pg_backend_pid()',
    );
    // The first may still go to one that is cut.
    await stores[0]!.add(rows(1)).catch((error) => assert.ok(error instanceof StoreFailedError));
    await stores[0]!.add(rows(1));
    assert.ok((await stores[0]!.count(FOREIGN)) >= 2);
  });

  test('refuses the database of a newer desk, and what is no URL of a database', async () => {
    const url = await postgres.newDatabase();
    const store = await openPostgresStore(url);
    await store.close();
    assert.equal(store.name, `PostgreSQL, ${new URL(url).hostname}${new URL(url).pathname}`);
    await runSql(url, 'update desk_schema set version = 99');
    await assert.rejects(openPostgresStore(url), /newer version of the desk/);
    await assert.rejects(openPostgresStore('postgres://desk:never-to-be-printed@[/x'), (error: Error) => {
      assert.match(error.message, /is no URL/);
      assert.equal(error.cause, undefined);
      return !error.message.includes(PASSWORD);
    });
  });
});
