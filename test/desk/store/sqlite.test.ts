import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openSqliteStore } from '../../../src/desk/store/sqlite.ts';
import { useFolder } from '../desk.ts';
import { testStore } from './contract.ts';
import type { Answer, Order } from './limited-writer.ts';
import { row } from './rows.ts';

const folder = useFolder();
let files = 0;
const newFile = () => path.join(folder, `${++files}.sqlite`);

testStore(async () => {
  const file = newFile();
  return () => openSqliteStore(file);
});

test('is called by its file', async () => {
  const file = newFile();
  const store = await openSqliteStore(file);
  await store.close();
  assert.equal(store.name, `SQLite, ${file}`);
});

const OTHERS: readonly [what: string, make: (file: string) => void, says: RegExp][] = [
  ['a file that is no database', (file) => writeFileSync(file, 'Dear diary, today …\n'.repeat(100)), /no database of the desk/],
  [
    'a database of another program',
    (file) => new DatabaseSync(file).exec('create table records (a); insert into records values (1)'),
    /of another program/,
  ],
  [
    'a database of another program with its own number',
    (file) => new DatabaseSync(file).exec('pragma application_id = 7'),
    /of another program/,
  ],
];
for (const [what, make, says] of OTHERS)
  test(`refuses ${what}, and leaves it as it is`, async () => {
    const file = newFile();
    make(file);
    const bytes = readFileSync(file);
    await assert.rejects(openSqliteStore(file), (error: Error) => says.test(error.message) && error.message.includes(file));
    assert.deepEqual(readFileSync(file), bytes);
  });

test('refuses the file of a newer desk', async () => {
  const file = newFile();
  await (await openSqliteStore(file)).close();
  new DatabaseSync(file).exec('pragma user_version = 99');
  await assert.rejects(openSqliteStore(file), /newer version of the desk/);
});

test('refuses a folder, and a file in a folder that is not there', async () => {
  await assert.rejects(openSqliteStore(folder), /cannot open/);
  await assert.rejects(openSqliteStore(path.join(folder, 'nowhere', 'desk.sqlite')), /cannot open/);
});

// A disk that is full for this process alone: the kernel refuses to let its files grow, until it may again.
const hasLimits = spawnSync('prlimit', ['--version']).status == 0;
test(
  'says on a full disk that nothing was written, and works again when there is room',
  { skip: !hasLimits && 'no prlimit' },
  async () => {
    const file = newFile();
    const child = spawn(
      'prlimit',
      ['--fsize=1000000:', process.execPath, path.join(import.meta.dirname, 'limited-writer.ts'), file],
      {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    const add = async (order: Order): Promise<Answer> => {
      child.send(order);
      const [answer] = (await once(child, 'message')) as [Answer];
      return answer;
    };
    const expected: string[] = [];
    const failures: string[] = [];
    const addMany = async (prefix: string, isOver: () => boolean) => {
      for (let i = 0; i < 1000 && !isOver(); i++) {
        const uids = [0, 1, 2, 3, 4].map((j) => `${prefix} ${i} ${j}`);
        const { error } = await add({ uids });
        if (error) failures.push(error);
        else expected.push(...uids);
      }
    };
    try {
      await addMany('before', () => failures.length == 5);
      assert.deepEqual(failures, Array(5).fill('StoreFailedError'));
      const room = spawnSync('prlimit', ['--pid', `${child.pid}`, '--fsize=unlimited:']);
      assert.equal(room.status, 0, `${room.stderr}`);
      const sum = expected.length;
      await addMany('after', () => expected.length == sum + 100);
      assert.equal(failures.length, 5);
    } finally {
      child.kill('SIGKILL');
    }
    await once(child, 'close');
    const store = await openSqliteStore(file);
    try {
      const there = await store.read(row().session, { limit: 10_000 });
      assert.deepEqual(new Set(there.map(({ uid }) => uid)), new Set(expected));
    } finally {
      await store.close();
    }
  },
);
