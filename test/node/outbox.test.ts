/** Ten minutes and more in no time: the outbox with a clock of its own, and an endpoint that does what a test says. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { Outbox } from '../../src/trail/send/outbox.ts';
import type { Parcel } from '../../src/trail/send/parcel.ts';
import type { Store } from '../../src/trail/send/store.ts';
import { importBundled } from '../support/bundle.ts';

type Answering = () => { status: number; headers?: Record<string, string> } | 'unreachable';

let answer: Answering;
/** What came with each request: the numbers of the records in it, and when, ms. */
let requests: { at: number; numbers: number[] }[];
let delivered: number[];
let stored: Map<Parcel, number>;
let lost: number;
let outbox: Outbox;
let said: string[];

const real = { fetch: globalThis.fetch, warn: console.warn };

const store: Store = {
  put: (parcels, until) => parcels.forEach((parcel) => stored.set(parcel, until)),
  leave: (parcels) => parcels.forEach((parcel) => stored.set(parcel, 0)),
  take: async () => ({ parcels: [...stored.keys()], next: undefined }),
  remove: (parcels) => parcels.forEach((parcel) => stored.delete(parcel)),
  forget: (isDead) =>
    [...stored.keys()].filter(({ sessionId }) => isDead(sessionId)).forEach((parcel) => stored.delete(parcel)),
  delete: () => stored.clear(),
  close: () => {},
};

const { createOutbox } = (await importBundled('src/trail/send/outbox.ts')) as typeof import('../../src/trail/send/outbox.ts');

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 10, 27) });
  [requests, delivered, stored, lost, said] = [[], [], new Map(), 0, []];
  console.warn = (text: string) => said.push(text);
  Object.assign(globalThis, { addEventListener: () => {}, removeEventListener: () => {} });
  globalThis.fetch = async (_url, init) => {
    const { resourceLogs } = JSON.parse(init!.body as string) as { resourceLogs: number[] };
    requests.push({ at: Date.now(), numbers: resourceLogs });
    const given = answer();
    if (given == 'unreachable') throw new TypeError('Failed to fetch');
    if (given.status < 300) delivered.push(...resourceLogs);
    return new Response('{}', given);
  };
  outbox = createOutbox({
    url: 'https://collector.example/v1/logs',
    headers: {},
    store,
    maySend: () => true,
    mayStore: () => true,
    lost: (records) => (lost += records),
  });
});
afterEach(() => {
  outbox.stop();
  mock.timers.reset();
  Object.assign(globalThis, { fetch: real.fetch });
  console.warn = real.warn;
});

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
  await new Promise(setImmediate);
};

let number = 0;
/** So many seconds go by; in each one a record comes. */
async function pass(seconds: number, { silent = false, size = 1, session = 'abcd1234efgh5678' } = {}): Promise<void> {
  for (let i = 0; i < seconds; i++) {
    if (!silent)
      outbox.add([{ uid: `${number}`, sessionId: session, logs: `${number++}`.padEnd(size), records: 1, at: Date.now() }]);
    await settle();
    mock.timers.tick(1000);
    await settle();
  }
}
const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test('an endpoint that is down for ten minutes loses nothing, and is not stormed', async () => {
  const first = number;
  answer = () => 'unreachable';
  await pass(600);
  assert.ok(requests.length <= 20, `${requests.length} requests`);
  assert.equal(stored.size, 600);
  answer = () => ({ status: 200 });
  await pass(75, { silent: true });
  assert.deepEqual(sorted(delivered), range(first, first + 600));
  assert.ok(requests.length <= 25, `${requests.length} requests`);
  assert.deepEqual([stored.size, lost], [0, 0]);
  assert.equal(said.length, 1, said.join('\n'));
});

for (const status of [429, 502, 503, 504]) {
  test(`${status} is tried again, not before Retry-After`, async () => {
    answer = () => ({ status, headers: { 'retry-after': '120' } });
    await pass(1);
    answer = () => ({ status: 200 });
    await pass(118);
    assert.equal(requests.length, 1);
    await pass(3);
    assert.equal(delivered.length, 122);
    assert.deepEqual(said, []);
  });
}

test('Retry-After may be a date', async () => {
  answer = () => ({ status: 503, headers: { 'retry-after': new Date(Date.now() + 30_000).toUTCString() } });
  await pass(1);
  answer = () => ({ status: 200 });
  await pass(28);
  assert.equal(requests.length, 1);
  await pass(3);
  assert.equal(requests.length > 1, true);
});

for (const status of [400, 401, 404, 413, 500]) {
  test(`${status} is not tried again, is said once, and makes the next ones wait`, async () => {
    answer = () => ({ status });
    await pass(60);
    assert.ok(requests.length < 10, `${requests.length} requests`);
    const sent = requests.flatMap(({ numbers }) => numbers);
    assert.equal(new Set(sent).size, sent.length);
    assert.equal(said.length <= 1, true);
  });
}

test('no request has records of two sessions', async () => {
  answer = () => 'unreachable';
  const first = number;
  await pass(5, { session: 'abcd1234efgh5678' });
  await pass(5, { session: 'bcde2345fghj6789' });
  answer = () => ({ status: 200 });
  await pass(60, { silent: true });
  const good = requests.slice(-2).map(({ numbers }) => numbers);
  assert.deepEqual(good, [range(first, first + 5), range(first + 5, first + 10)]);
});

test('what a page leaves unsent is stored for the next one to take at once', async () => {
  answer = () => 'unreachable';
  await pass(3);
  outbox.leave(true);
  assert.deepEqual([...stored.values()], [0, 0, 0]);
});

test('the oldest are given up where too many wait, or after an hour, and their number is told', async () => {
  answer = () => 'unreachable';
  await pass(50, { size: 100_000 });
  assert.equal(stored.size + lost, 50);
  assert.ok(lost >= 30, `${lost} lost`);
  mock.timers.tick(3_700_000);
  await pass(120);
  assert.ok([...stored.keys()].every(({ at }) => Date.now() - at < 3_600_000));
});

test('what is thrown away is not sent, now or later', async () => {
  answer = () => 'unreachable';
  await pass(3, { session: 'abcd1234efgh5678' });
  await pass(1, { session: 'bcde2345fghj6789' });
  outbox.clear((id) => id == 'abcd1234efgh5678');
  answer = () => ({ status: 200 });
  await pass(60, { silent: true });
  assert.equal(delivered.length, 1);
  assert.equal(stored.size, 0);
});
