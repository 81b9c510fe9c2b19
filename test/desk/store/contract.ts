/** What every store does. Run on both. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../../src/desk/record.ts';
import { StoreBusyError, StoreFailedError, type EventStore, type Position } from '../../../src/desk/store/event-store.ts';
import { mintSessionId } from '../../../src/session/session-id.ts';
import { DAY, FOREIGN, inOrder, OTHER, row, rows } from './rows.ts';

/** Texts that are something else to somebody. None is longer than an ID may be. */
const TEXTS = [
  `'; drop table records; drop table desk_records; --`,
  '" or 1=1 --',
  '{a,"b",null}',
  '%_*?[]',
  'C:\\new\\table',
  '$1 ? :name @name',
  'NULL',
  'line\r\nfeed\ttab',
  '<img src=x onerror=alert(1)>',
  'é, é, ß, 漢字, 👩‍👩‍👧, مرحبا',
  '\uFFFF\u{10FFFF}\u0001\u007F',
];

/** All rows of a session, so many at a time. */
async function readAll(store: EventStore, session: string, limit = 1000): Promise<Row[]> {
  const all: Row[] = [];
  for (let after: Position | undefined; ; after = all.at(-1)) {
    const page = await store.read(session, { after, limit });
    assert.ok(page.length <= limit);
    if (!page.length) return all;
    all.push(...page);
  }
}

async function everything(store: EventStore): Promise<Row[]> {
  const all: Row[] = [];
  for await (const some of store.all()) all.push(...some);
  return all;
}

/** Registers the tests. `newPlace` makes an empty place, and what it resolves to opens the store there, again and again. */
export function testStore(newPlace: () => Promise<() => Promise<EventStore>>): void {
  const withStore = (name: string, body: (store: EventStore, open: () => Promise<EventStore>) => Promise<void>) =>
    test(name, async () => {
      const open = await newPlace();
      const store = await open();
      try {
        await body(store, open);
      } finally {
        await store.close();
      }
    });

  withStore('gives rows in the order of time, then uid, to a fraction of a ms', async (store) => {
    const now = Date.now();
    const mixed = [
      { time: now + 0.5 },
      { time: now, uid: 'b' },
      { time: now, uid: 'a' },
      { time: now, uid: 'B' },
      { time: now, uid: 'é' },
      { time: now + 0.25, received: now + 1 },
      { time: now - 1 },
    ].map((rest) => row({ received: now, ...rest }));
    await store.add(mixed.slice(0, 4));
    await store.add([...mixed.slice(4), row({ session: OTHER })]);
    assert.deepEqual(await store.read(FOREIGN, { limit: 100 }), inOrder(mixed));
    assert.deepEqual(await store.arrivedSince(FOREIGN, now + 1), [mixed[5]]);
    assert.equal(await store.count(FOREIGN), 7);
    assert.deepEqual(await store.read('nobody-knows-it', { limit: 100 }), []);
    assert.equal(await store.count('nobody-knows-it'), 0);
  });

  withStore('gives pages without gaps or repeats, where many happened at one time, too', async (store) => {
    const now = Date.now();
    const all = [...rows(11, { time: now }), ...rows(7), ...rows(8, { time: now + 0.5 })];
    await store.add(all);
    for (const limit of [1, 4, 26]) assert.deepEqual(await readAll(store, FOREIGN, limit), inOrder(all));
  });

  withStore('passes over what comes again, and keeps the rest', async (store) => {
    const [first, second, third] = rows(3) as [Row, Row, Row];
    await store.add([first, first, second]);
    await Promise.all([store.add([second, third, { ...first, received: 1, data: '{}' }]), store.add([third, second])]);
    assert.deepEqual(await readAll(store, FOREIGN), inOrder([first, second, third]));
  });

  withStore('keeps records of one uid in two sessions apart', async (store) => {
    const here = row({ session: FOREIGN, uid: 'same' });
    const there = row({ session: OTHER, uid: 'same' });
    await store.add([here, there]);
    assert.deepEqual(await readAll(store, FOREIGN), [here]);
    assert.equal(await store.erase(FOREIGN), 1);
    assert.deepEqual(await readAll(store, OTHER), [there]);
  });

  withStore('keeps every text as it is', async (store) => {
    const all = TEXTS.map((text) =>
      row({ session: text, uid: text, data: JSON.stringify({ [text]: text, nul: '\0', half: '\uD800' }) }),
    );
    await store.add(all);
    for (const one of all) {
      assert.deepEqual(await store.read(one.session, { limit: 10 }), [one]);
      assert.deepEqual(await store.startingWith(one.session, 10), [one.session]);
      assert.deepEqual(await store.read(one.session, { after: one, limit: 10 }), []);
    }
    assert.deepEqual(await store.known(TEXTS), TEXTS);
    assert.equal((await everything(store)).length, TEXTS.length);
    for (const text of TEXTS) assert.equal(await store.erase(text), 1);
    assert.deepEqual(await everything(store), []);
  });

  withStore('refuses a row that no database can hold, and writes those beside it', async (store) => {
    const good = row();
    const bad = [
      row({ uid: 'nul\0' }),
      row({ session: 'nul\0' }),
      row({ data: '"\0"' }),
      row({ uid: 'x'.repeat(5000) }),
      row({ time: NaN }),
      row({ received: Infinity }),
    ];
    const added = store.add([good]);
    await Promise.all(bad.map((one) => assert.rejects(store.add([row(), one]), TypeError)));
    await added;
    assert.deepEqual(await everything(store), [good]);
  });

  withStore('takes 10,000 rows at once, and gives all of them', async (store) => {
    const all = rows(10_000);
    await store.add(all);
    assert.equal(await store.count(FOREIGN), 10_000);
    const given = await everything(store);
    assert.deepEqual(new Set(given.map(({ uid }) => uid)), new Set(all.map(({ uid }) => uid)));
    assert.equal(given.length, 10_000);
  });

  withStore('takes what many add side by side', async (store) => {
    const adds = Array.from({ length: 300 }, (_, i) => rows(7, { session: `session-${i % 30}` }));
    await Promise.all(
      adds.map(async (some) => {
        await store.add(some);
        // Resolved means there.
        assert.ok((await store.count(some[0]!.session)) >= 7);
      }),
    );
    for (let i = 0; i < 30; i++) assert.equal(await store.count(`session-${i}`), 70);
  });

  withStore('knows which of thousands of sessions it has', async (store) => {
    const now = Date.now();
    const own = Array.from({ length: 1500 }, (_, i) => mintSessionId(now - i * 60_000));
    const foreign = Array.from({ length: 1500 }, (_, i) => `foreign-${i}`);
    const isThere = (_: string, i: number) => i % 3 == 0;
    await store.add([...own, ...foreign].filter(isThere).flatMap((session) => rows(2, { session })));
    const asked = own.flatMap((id, i) => [foreign[i]!, id]);
    const there = new Set([...own, ...foreign].filter(isThere));
    assert.deepEqual(
      await store.known(asked),
      asked.filter((id) => there.has(id)),
    );
    assert.deepEqual(await store.known([]), []);
  });

  withStore('finds sessions by how they start', async (store) => {
    const own = mintSessionId(Date.now());
    const sessions = ['abc', 'abc-1', 'abc-2', 'ABC', 'abd', 'ab', own, 'a%c', 'a_c', ''];
    await store.add(sessions.flatMap((session) => rows(20, { session })));
    assert.deepEqual(await store.startingWith('abc', 10), ['abc', 'abc-1', 'abc-2']);
    assert.deepEqual(await store.startingWith('abc', 2), ['abc', 'abc-1']);
    assert.deepEqual(await store.startingWith('a%', 10), ['a%c']);
    assert.deepEqual(await store.startingWith('a_', 10), ['a_c']);
    assert.deepEqual(await store.startingWith(own.slice(0, 6), 10), [own]);
    assert.deepEqual(await store.startingWith('zzz', 10), []);
    assert.deepEqual(await store.startingWith('', 100), sessions.toSorted());
  });

  withStore('erases a session, and no other one', async (store) => {
    await store.add([...rows(30), ...rows(3, { session: OTHER })]);
    assert.equal(await store.erase(FOREIGN), 30);
    assert.equal(await store.erase(FOREIGN), 0);
    assert.deepEqual(await readAll(store, FOREIGN), []);
    assert.deepEqual(await store.known([FOREIGN, OTHER]), [OTHER]);
    assert.equal(await store.count(OTHER), 3);
    await store.add(rows(1));
    assert.equal(await store.count(FOREIGN), 1);
  });

  withStore('removes what is too old in small steps, while more comes', async (store) => {
    const before = Date.now() - 3 * DAY;
    const old = [0, 1, 5, 100].flatMap((days) => rows(800, { session: OTHER, time: before - days * DAY - 0.5 }));
    const kept = [...rows(5, { time: before }), ...rows(5)];
    await store.add([...old, ...kept]);

    const steps: number[] = [];
    let isDone = false;
    const expired = store.expire(before, (removed) => steps.push(removed)).finally(() => (isDone = true));
    const late: Row[] = [];
    while (!isDone) {
      const more = rows(10);
      await store.add(more);
      late.push(...more);
    }
    assert.equal(await expired, 3200);
    assert.equal(steps.at(-1), 3200);
    assert.ok(steps.length >= 4, `${steps}`);
    assert.deepEqual(
      steps,
      steps.toSorted((a, b) => a - b),
    );
    assert.ok(late.length > 0);
    assert.deepEqual(await readAll(store, FOREIGN), inOrder([...kept, ...late]));
    assert.deepEqual(await store.known([OTHER]), []);
    assert.equal(await store.expire(before), 0);
  });

  withStore('finds what clocks that are wrong have written, and removes it by its time', async (store) => {
    const now = Date.now();
    const times = [0, -1e6, now - 400 * DAY, now - 2 * DAY, now, now + 2 * DAY, Date.UTC(2100, 0), 1e300];
    const sessions = [
      FOREIGN,
      ...[Date.UTC(2020, 0), now - 40 * DAY, now - DAY, now, now + DAY, now + 3 * DAY, Date.UTC(2050, 0)].map(mintSessionId),
    ];
    for (const session of sessions) {
      const all = times.map((time) => row({ session, time }));
      await store.add(all);
      await store.add(all);
      assert.deepEqual(await readAll(store, session, 3), inOrder(all));
    }
    assert.deepEqual(await store.known(sessions), sessions);
    assert.equal(await store.expire(now - DAY), 4 * sessions.length);
    for (const session of sessions.slice(1)) {
      assert.equal(await store.count(session), 4);
      assert.equal(await store.erase(session), 4);
    }
    assert.equal((await everything(store)).length, 4);
  });

  withStore('refuses more than memory should hold at once, whole adds, and works on', async (store) => {
    const adds = Array.from({ length: 60 }, () => rows(500));
    const results = await Promise.allSettled(adds.map((some) => store.add(some)));
    const refused = results.filter((result) => result.status == 'rejected');
    assert.ok(refused.length > 0 && refused.length < 60, `${refused.length}`);
    for (const { reason } of refused) assert.ok(reason instanceof StoreBusyError);
    const written = adds.filter((_, i) => results[i]!.status == 'fulfilled').flat();
    assert.equal(await store.count(FOREIGN), written.length);
    await store.add(rows(1));
    assert.equal(await store.count(FOREIGN), written.length + 1);
  });

  test('writes what waits as it closes, and has everything when it is opened again', async () => {
    const open = await newPlace();
    const store = await open();
    const all = rows(1200);
    await store.add(all.slice(0, 10));
    const added = Promise.all([store.add(all.slice(10, 600)), store.add(all.slice(600))]);
    await store.close();
    await added;
    await assert.rejects(store.add(rows(1)), StoreFailedError);
    const again = await open();
    try {
      assert.deepEqual(await readAll(again, FOREIGN), inOrder(all));
      await again.add(all);
      assert.equal(await again.count(FOREIGN), 1200);
    } finally {
      await again.close();
    }
  });
}
