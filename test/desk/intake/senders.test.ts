import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSenders } from '../../../src/desk/intake/senders.ts';

const MIB = 1024 * 1024;

function clocked() {
  let now = 0;
  return { senders: createSenders(() => now), pass: (seconds: number) => void (now += seconds * 1_000) };
}

test('a sender may send a lot at once, then 1 MiB a second', () => {
  const { senders, pass } = clocked();
  senders.took('192.0.2.1', { bytes: 32 * MIB });
  assert.equal(senders.wait('192.0.2.1'), 0);
  senders.took('192.0.2.1', { bytes: 4 * MIB });
  assert.equal(senders.wait('192.0.2.1'), 4);
  pass(3);
  assert.equal(senders.wait('192.0.2.1'), 1);
  pass(1);
  assert.equal(senders.wait('192.0.2.1'), 0);
  pass(3_600);
  senders.took('192.0.2.1', { bytes: 34 * MIB });
  assert.equal(senders.wait('192.0.2.1'), 2);
});

test('nobody waits for another sender', () => {
  const { senders } = clocked();
  senders.took('192.0.2.1', { bytes: 40 * MIB });
  assert.equal(senders.wait('192.0.2.1'), 8);
  assert.equal(senders.wait('192.0.2.2'), 0);
});

test('a sender may begin 3,600 sessions, then one a second', () => {
  const { senders, pass } = clocked();
  senders.took('a', { sessions: 3_600 });
  assert.equal(senders.wait('a'), 0);
  senders.took('a', { sessions: 10 });
  assert.equal(senders.wait('a'), 10);
  pass(10);
  assert.equal(senders.wait('a'), 0);
});

test('of very many senders those that came last are remembered', () => {
  const { senders } = clocked();
  senders.took('first', { bytes: 40 * MIB });
  for (let i = 0; i < 9_999; i++) senders.took(`s${i}`, { bytes: 40 * MIB });
  assert.equal(senders.wait('first'), 8);
  for (let i = 0; i < 9_999; i++) senders.took(`t${i}`, { bytes: 1 });
  assert.equal(senders.wait('first'), 8);
  assert.equal(senders.wait('s1'), 0);
});
