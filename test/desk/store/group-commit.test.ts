import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Row } from '../../../src/desk/record.ts';
import { StoreBusyError, StoreFailedError } from '../../../src/desk/store/event-store.ts';
import { groupCommit, type GroupCommit } from '../../../src/desk/store/group-commit.ts';
import { row, rows } from './rows.ts';

/** A transaction that runs: its rows, and its end. */
interface Transaction {
  readonly uids: string[];
  commit(): void;
  fail(error: Error): void;
}

let begun: Transaction[];
const write = (some: Row[]) =>
  new Promise<void>((commit, fail) => begun.push({ uids: some.map(({ uid }) => uid), commit, fail }));
let commits: GroupCommit;

beforeEach(() => {
  begun = [];
  commits = groupCommit(write, 1);
});

const sizes = () => begun.map(({ uids }) => uids.length);

/** Commits all that runs and comes. It takes a turn of the event loop or two until the next one begins. */
async function commitAll(): Promise<void> {
  for (let [done, idle] = [0, 0]; idle < 3; idle++) {
    await nextTurn();
    for (; done < begun.length; idle = 0) begun[done++]!.commit();
  }
}

test('what is added in one turn goes in one transaction, in its order', async () => {
  const all = rows(3);
  const added = Promise.all([commits.add(all.slice(0, 1)), commits.add(all.slice(1))]);
  await commitAll();
  await added;
  assert.deepEqual(
    begun.map(({ uids }) => uids),
    [all.map(({ uid }) => uid)],
  );
});

test('what is added while one runs waits for it, and goes together', async () => {
  const done: number[] = [];
  const add = (n: number) => void commits.add(rows(10)).then(() => done.push(n));
  add(1);
  await nextTurn();
  add(2);
  await nextTurn();
  add(3);
  await nextTurn();
  assert.deepEqual(sizes(), [10]);
  assert.deepEqual(done, []);
  begun[0]!.commit();
  await nextTurn();
  assert.deepEqual(done, [1]);
  await nextTurn();
  assert.deepEqual(sizes(), [10, 20]);
  begun[1]!.commit();
  await nextTurn();
  assert.deepEqual(done, [1, 2, 3]);
});

test('a transaction has 500 rows at most, of whole adds; one that is larger goes alone', async () => {
  const added = Promise.all([200, 200, 200, 1300, 500, 1].map((count) => commits.add(rows(count))));
  await commitAll();
  await added;
  assert.deepEqual(sizes(), [400, 200, 1300, 500, 1]);
});

test('as many transactions run at once as were asked for', async () => {
  commits = groupCommit(write, 2);
  const added = Promise.all([500, 500, 500].map((count) => commits.add(rows(count))));
  await nextTurn();
  assert.deepEqual(sizes(), [500, 500]);
  await commitAll();
  await added;
  assert.deepEqual(sizes(), [500, 500, 500]);
});

test('one that fails says so to all who are in it, and the next one is tried', async () => {
  const added = [commits.add(rows(1)), commits.add(rows(1)), commits.add(rows(500))];
  const settled = Promise.allSettled(added);
  await nextTurn();
  const cause = new Error('the disk is full');
  begun[0]!.fail(cause);
  await nextTurn();
  await commitAll();
  const [first, second, third] = await settled;
  for (const result of [first, second]) {
    assert.equal(result!.status, 'rejected');
    const { reason } = result as PromiseRejectedResult;
    assert.ok(reason instanceof StoreFailedError);
    assert.match(reason.message, /the disk is full/);
    assert.equal(reason.cause, cause);
  }
  assert.equal(third!.status, 'fulfilled');
});

for (const [what, some] of [
  ['20,000 rows', () => rows(9000)],
  ['64 MiB', () => [row({ data: 'x'.repeat(30 * 1024 * 1024) })]],
] as const)
  test(`refuses at once what would be more than ${what}, until there is room again`, async () => {
    const added = [commits.add(some()), commits.add(some())];
    await assert.rejects(commits.add(some()), StoreBusyError);
    const small = commits.add(rows(1));
    await commitAll();
    await Promise.all([...added, small]);
    const again = Promise.all([commits.add(rows(1)), commits.add(some())]);
    await commitAll();
    await again;
  });

test('takes one that is larger than all that may wait where nothing waits', async () => {
  const added = commits.add(rows(20_001));
  await assert.rejects(commits.add(rows(1)), StoreBusyError);
  await commitAll();
  await added;
  assert.deepEqual(sizes(), [20_001]);
});

test('nothing is written for an add of nothing', async () => {
  await commits.add([]);
  await commitAll();
  assert.deepEqual(begun, []);
});

test('closes when all is written, or has failed, and takes nothing more', async () => {
  let isClosed = false;
  const added = Promise.allSettled([commits.add(rows(500)), commits.add(rows(500))]);
  const closed = commits.close().then(() => (isClosed = true));
  await assert.rejects(commits.add(rows(1)), StoreFailedError);
  await nextTurn();
  begun[0]!.fail(new Error('no'));
  await nextTurn();
  await nextTurn();
  assert.equal(isClosed, false);
  await commitAll();
  await closed;
  assert.deepEqual(
    (await added).map(({ status }) => status),
    ['rejected', 'fulfilled'],
  );
});
