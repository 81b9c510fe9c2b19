import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { mintSessionId } from '../../src/session/session-id.ts';
import { useFolder } from './desk.ts';
import { jsonOf } from './otlp.ts';
import { startProcess } from './process.ts';

const folder = useFolder();

const send = (url: string, id: string, count: number, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/logs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(
      jsonOf(
        Array.from({ length: count }, () => ({ attributes: { 'session.id': id, 'log.record.uid': crypto.randomUUID() } })),
      ),
    ),
  });

async function countOf(url: string, id: string): Promise<number> {
  const response = await fetch(`${url}/api/sessions?near=${id}`);
  return ((await response.json()) as { sessions: { records: number }[] }).sessions[0]?.records ?? 0;
}

// The kernel refuses to let the file grow, as on a full disk.
const hasPrlimit = spawnSync('prlimit', ['--version']).status == 0;

test('a full disk is told to senders, look-ups go on, and so does all when there is room', { skip: !hasPrlimit }, async () => {
  const file = path.join(folder, 'full.sqlite');
  const desk = await startProcess(['--file', file]);
  const limit = (bytes: string) => spawnSync('prlimit', ['--pid', String(desk.child.pid), `--fsize=${bytes}:unlimited`]);
  const [before, full] = [mintSessionId(Date.now()), mintSessionId(Date.now())];
  assert.equal((await send(desk.url, before, 10)).status, 200);

  limit(String(statSync(`${file}-wal`).size));
  for (let i = 0; i < 3; i++) {
    const response = await send(desk.url, full, 100);
    assert.deepEqual([response.status, response.headers.get('retry-after')], [503, '10']);
    assert.match(((await response.json()) as { message: string }).message, /^cannot be written for now$/);
  }
  assert.equal(await countOf(desk.url, before), 10);
  assert.equal(await countOf(desk.url, full), 0);

  limit('unlimited');
  assert.equal((await send(desk.url, full, 100)).status, 200);
  assert.equal(await countOf(desk.url, full), 100);
  await desk.end();
});

test('a disk that is slow is told to senders before memory grows, and nothing that was acknowledged is missing', async () => {
  const file = path.join(folder, 'slow.sqlite');
  const desk = await startProcess(['--file', file]);
  const ids: string[] = [];
  const sendSome = () => {
    ids.push(mintSessionId(Date.now()));
    return send(desk.url, ids.at(-1)!, 1_000);
  };
  const other = new DatabaseSync(file);
  // As long as it has the lock, nobody else can write.
  other.exec('begin immediate');
  const sent: Promise<Response>[] = [];
  let refused: Response | undefined;
  while (!refused) {
    assert.ok(sent.length < 100, 'never refused');
    const sending = sendSome();
    sent.push(sending);
    const first = await Promise.race([sending, new Promise<undefined>((resolve) => setTimeout(resolve, 50))]);
    if (first) refused = first;
  }
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '1']);
  other.exec('rollback');
  other.close();
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  assert.ok(statuses.filter((status) => status == 200).length >= 10, statuses.join());
  for (const [i, id] of ids.entries()) assert.equal(await countOf(desk.url, id), statuses[i] == 200 ? 1_000 : 0);
  await desk.end();
});

test('what one sender holds and unpacks is bounded, however it is sent', async () => {
  const desk = await startProcess(['--file', path.join(folder, 'memory.sqlite')]);
  // A thousandth of what it says.
  const body = gzipSync('{}'.padEnd(4 * 1024 * 1024));
  const post = () =>
    fetch(`${desk.url}/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body,
    });
  const statuses = (await Promise.all(Array.from({ length: 40 }, post))).map(({ status }) => status);
  const taken = statuses.filter((status) => status == 200).length;
  assert.ok(taken >= 8 && taken < 12, statuses.join());
  assert.equal(statuses.filter((status) => status == 429).length, 40 - taken);
  await desk.end();

  const another = await startProcess(['--file', path.join(folder, 'memory.sqlite')]);
  // Each byte comes as a piece of its own, and costs as one.
  const socket = connect(Number(new URL(another.url).port), '127.0.0.1');
  socket.write(
    'POST /v1/logs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  socket.write('1\r\n \r\n'.repeat(60_000));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  assert.match(answer.toString(), /^HTTP\/1\.1 429 /);
  socket.destroy();
  await another.end();
});

test('one sender who sends too much has to wait, and whoever shows the token does not', async () => {
  const desk = await startProcess(['--file', path.join(folder, 'rate.sqlite')], { DESK_TOKEN: 'the token' });
  const body = '{}'.padEnd(4 * 1024 * 1024);
  const post = (headers: Record<string, string> = {}) =>
    fetch(`${desk.url}/v1/logs`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const statuses: number[] = [];
  for (let i = 0; i < 12 && statuses.at(-1) != 429; i++) statuses.push((await post()).status);
  assert.equal(statuses.at(-1), 429);
  assert.ok(statuses.length > 8, statuses.join());
  assert.ok(Number((await post()).headers.get('retry-after')) >= 1);
  assert.equal((await post({ authorization: 'Bearer the token' })).status, 200);
  assert.equal((await post({ authorization: 'Bearer another' })).status, 429);
  await desk.end();
});
