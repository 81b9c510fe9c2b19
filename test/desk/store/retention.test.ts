import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStore } from '../../../src/desk/store/event-store.ts';
import { keepFor } from '../../../src/desk/store/retention.ts';
import { DAY } from './rows.ts';

const NOW = Date.UTC(2026, 10, 27);
const HOUR = DAY / 24;

/** A removal that runs. */
interface Removal {
  readonly before: number;
  progress(removed: number): void;
  end(removed: number): void;
  fail(error: Error): void;
}

let removals: Removal[];
let said: string[];
let stop: () => void;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: NOW });
  [removals, said] = [[], []];
  const store: Pick<EventStore, 'expire'> = {
    expire: (before, progress) => new Promise((end, fail) => removals.push({ before, progress: progress!, end, fail })),
  };
  stop = keepFor(store as EventStore, 7 * DAY, { every: HOUR, log: (line) => said.push(line) });
});
afterEach(() => {
  stop();
  mock.timers.reset();
});

test('removes at once, and again an hour after the last one has ended', async () => {
  assert.deepEqual(
    removals.map(({ before }) => before),
    [NOW - 7 * DAY],
  );
  mock.timers.tick(3 * HOUR);
  assert.equal(removals.length, 1);
  removals[0]!.end(0);
  await nextTurn();
  mock.timers.tick(HOUR - 1);
  assert.equal(removals.length, 1);
  mock.timers.tick(1);
  assert.equal(removals[1]!.before, NOW + 4 * HOUR - 7 * DAY);
  assert.deepEqual(said, []);
});

test('says how far it is where that takes long, and what it has removed', async () => {
  removals[0]!.progress(500);
  mock.timers.tick(2000);
  removals[0]!.progress(120_000);
  removals[0]!.progress(120_500);
  removals[0]!.end(121_000);
  await nextTurn();
  assert.deepEqual(said, ['removed 120,000 records older than 7 days …', 'removed 121,000 records older than 7 days']);
});

test('says why it could not, and goes on', async () => {
  removals[0]!.fail(new Error('the disk is full'));
  await nextTurn();
  assert.deepEqual(said, ['could not remove old records: the disk is full']);
  mock.timers.tick(HOUR);
  assert.equal(removals.length, 2);
});

test('ends when it is stopped, in the middle of a removal, too', async () => {
  stop();
  removals[0]!.end(0);
  await nextTurn();
  mock.timers.tick(2 * HOUR);
  assert.equal(removals.length, 1);
});
