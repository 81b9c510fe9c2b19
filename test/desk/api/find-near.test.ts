import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { findNear } from '../../../src/desk/api/find-near.ts';
import type { EventStore } from '../../../src/desk/store/event-store.ts';
import { openSqliteStore } from '../../../src/desk/store/sqlite.ts';
import { mintSessionId } from '../../../src/session/session-id.ts';

const NOW = Date.UTC(2026, 10, 28);
const HOUR = 3_600_000;
const AT = { retention: 168 * HOUR, now: NOW };
const ID = '6fgje00123456782';
const STARTED = Date.UTC(2026, 10, 23, 12);
/** All of one second. */
const CROWD = Array.from({ length: 30 }, () => mintSessionId(NOW - HOUR));

let folder: string;
let store: EventStore;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-near-'));
  store = await openSqliteStore(join(folder, 'desk.sqlite'));
  const rows = [ID, ID, ID, 'Abcd_1234-EFGH', 'abcd1234efgh5678', ...CROWD].map((session, i) => {
    return { session, uid: `${i}`, time: NOW, received: NOW, data: '{}' };
  });
  await store.add(rows);
});

after(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test('an ID written in another way is found exactly, with its start and the number of its records', async () => {
  const found = [{ id: ID, startedAt: STARTED, records: 3, how: 'exact' }];
  assert.deepEqual(await findNear(store, 'Session ID: 6FGJ-EOOI-2345-6782', AT), found);
});

test('a foreign ID is found exactly, and has no start', async () => {
  const found = [{ id: 'Abcd_1234-EFGH', startedAt: null, records: 1, how: 'exact' }];
  assert.deepEqual(await findNear(store, ' Abcd_1234-EFGH ', AT), found);
});

test('of several IDs in one text each is found, twenty at most', async () => {
  const found = await findNear(store, CROWD.join('\n'), AT);
  assert.deepEqual(
    found.map(({ id, how }) => `${id} ${how}`),
    CROWD.slice(0, 20).map((id) => `${id} exact`),
  );
});

test('with one mistake, or two, the session is similar', async () => {
  for (const typed of [
    '6fgj e001 2345 6728',
    '6fgj e001 2345 678',
    '6fgj e001 2b45 6782',
    '6fgj e001 2b45 6728',
    '7fgj e001 2345 6788',
  ])
    assert.deepEqual(await findNear(store, typed, AT), [{ id: ID, startedAt: STARTED, records: 3, how: 'similar' }], typed);
});

test('a foreign ID in other case is similar', async () => {
  const found = [{ id: 'abcd1234efgh5678', startedAt: null, records: 1, how: 'similar' }];
  assert.deepEqual(await findNear(store, 'ABCD1234EFGH5678', AT), found);
});

test('by the first characters sessions are found that start so, twenty at most', async () => {
  assert.deepEqual(await findNear(store, '6FG JEO', AT), [{ id: ID, startedAt: STARTED, records: 3, how: 'prefix' }]);
  const second = CROWD[0]!.slice(0, 6);
  const found = await findNear(store, second, AT);
  assert.equal(found.length, 20);
  assert(found.every(({ id, how }) => id.startsWith(second) && how == 'prefix'));
});

test('one mistake is nearer than a start, a start nearer than two mistakes', async () => {
  assert.deepEqual(
    (await findNear(store, ID.slice(0, 15), AT)).map(({ how }) => how),
    ['similar'],
  );
  assert.deepEqual(
    (await findNear(store, ID.slice(0, 14), AT)).map(({ how }) => how),
    ['prefix'],
  );
});

test('a session that began before what is kept is not similar', async () => {
  assert.deepEqual(await findNear(store, '6fgj e001 2345 6728', { retention: HOUR, now: NOW }), []);
});

test('where nothing is near, nothing is found', async () => {
  for (const typed of ['', '6f', 'zzzz zzzz zzzz zzzz', "'; drop table records; --", '😀', '\0'.repeat(1_000_000)])
    assert.deepEqual(await findNear(store, typed, AT), [], typed.slice(0, 40));
});
