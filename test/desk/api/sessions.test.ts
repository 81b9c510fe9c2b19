import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { DeskRecord } from '../../../src/desk/record.ts';
import { mintSessionId } from '../../../src/session/session-id.ts';
import { decode } from '../../support/otlp/decode.ts';
import { useDesk } from '../desk.ts';
import { jsonOf } from '../otlp.ts';

const desk = useDesk();

const DAY = 24 * 3_600_000;
const mint = () => mintSessionId(Date.now());

interface Answer {
  readonly id: string;
  readonly startedAt: number | null;
  readonly summary: { readonly records: number; readonly troubles: readonly unknown[] } | null;
  readonly records: DeskRecord[];
  readonly next: string | null;
  readonly message: string;
  readonly reason: string;
  readonly retention: number;
}
const get = async (where: string) => (await (await desk.ask(where)).json()) as Answer;

/** Sends so many records of a session, a ms from each other, and returns when the first happened. */
async function send(id: string, count = 1): Promise<number> {
  const time = Date.now() - 60_000;
  const uid = (i: number) => ({ 'session.id': id, 'log.record.uid': `${i}`.padStart(6, '0') });
  await desk.send(jsonOf(Array.from({ length: count }, (_, i) => ({ time: time + i, attributes: uid(i) })).reverse()));
  return time;
}

/** Reads server-sent events until it is ended. */
async function listen(where: string, headers: Record<string, string> = {}) {
  const ended = new AbortController();
  const events: { event: string; data: string; id: string }[] = [];
  let look = () => {};
  const response = await desk.ask(where, { headers, signal: ended.signal });
  const read = async () => {
    let text = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + part).split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s, 2)));
        if (fields.event) events.push(fields);
      }
      look();
    }
  };
  read().catch(() => {});
  return {
    response,
    events,
    end: () => ended.abort(),
    has: (is: () => boolean) =>
      new Promise<void>((resolve) => {
        look = () => is() && resolve();
        look();
      }),
  };
}

test('a session is given out with its start, its summary and its records in order', async () => {
  const id = mint();
  const time = await send(id, 3);
  const answer = await get(`/api/sessions/${id}`);
  assert.equal(answer.id, id);
  assert.ok(Math.abs(answer.startedAt! - Date.now()) < 5_000);
  assert.equal(answer.summary?.records, 3);
  assert.deepEqual(
    answer.records.map(({ time }) => time),
    [time, time + 1, time + 2],
  );
  assert.deepEqual(answer.records[0]?.resource, { 'service.name': 'shop' });
  assert.equal(answer.next, null);
});

test('pages come without gaps and repeats', async () => {
  const id = mint();
  await send(id, 25);
  const uids: string[] = [];
  let next: string | null = '';
  let pages = 0;
  while (next != null) {
    const answer: Answer = await get(`/api/sessions/${id}?limit=10${next && `&after=${next}`}`);
    uids.push(...answer.records.map(({ uid }) => uid));
    assert.equal(answer.summary?.records, pages ? undefined : 25);
    next = answer.next;
    pages++;
  }
  assert.equal(pages, 3);
  assert.deepEqual(
    uids,
    Array.from({ length: 25 }, (_, i) => `${i}`.padStart(6, '0')),
  );
});

test('an ID that is none, and pages that are none, are 400 with the reason', async () => {
  for (const where of [
    'x',
    encodeURIComponent("' or 1=1 --"),
    encodeURIComponent('<img src=x onerror=alert(1)>'),
    'a'.repeat(65),
    'undefined',
    `${mint()}?limit=0`,
    `${mint()}?limit=1e9`,
    `${mint()}?after=x`,
    `${mint()}/export?format=xml`,
    `${mint()}/stream?since=yesterday`,
  ]) {
    const response = await desk.ask(`/api/sessions/${where}`);
    assert.equal(response.status, 400, where);
    assert.ok(((await response.json()) as Answer).message);
  }
  assert.equal((await desk.ask('/api/sessions')).status, 400);
});

test('of an unknown session it is said whether it can be known', async () => {
  const unknown = await desk.ask(`/api/sessions/${mint()}`);
  assert.equal(unknown.status, 404);
  assert.equal(((await unknown.json()) as Answer).reason, 'unknown');
  const startedAt = Math.floor((Date.now() - 8 * DAY) / 1_000) * 1_000;
  const old = await get(`/api/sessions/${mintSessionId(startedAt)}`);
  assert.deepEqual([old.reason, old.startedAt, old.retention], ['expired', startedAt, 7 * DAY]);
  const foreign = await get('/api/sessions/abcd1234efgh5678');
  assert.deepEqual([foreign.reason, foreign.startedAt], ['unknown', null]);
});

test('what the customer wrote is found', async () => {
  const id = mint();
  await send(id, 2);
  const near = async (typed: string) =>
    (
      (await (await desk.ask(`/api/sessions?near=${encodeURIComponent(typed)}`)).json()) as {
        sessions: { id: string; records: number; how: string }[];
      }
    ).sessions;
  const spoken = id
    .toUpperCase()
    .replaceAll('0', 'O')
    .replace(/(.{4})(?=.)/g, '$1-');
  assert.deepEqual(await near(` ${spoken} `), [
    { id, startedAt: (await get(`/api/sessions/${id}`)).startedAt, records: 2, how: 'exact' },
  ]);
  const wrong = id.slice(0, 8) + (id[8] == 'z' ? 'y' : 'z') + id.slice(9);
  assert.deepEqual(
    (await near(wrong)).map(({ id, how }) => [id, how]),
    [[id, 'similar']],
  );
  assert.ok((await near(id.slice(0, 6))).some((found) => found.id == id && found.how == 'prefix'));
  for (const nonsense of ['', ' ', '🙂', '<b>', 'x'.repeat(2_000)]) {
    const response = await desk.ask(`/api/sessions?near=${encodeURIComponent(nonsense)}`);
    assert.ok([200, 400].includes(response.status), nonsense);
  }
});

test('what was erased is in no file any more', async () => {
  const id = mint();
  const secret = `secret-${crypto.randomUUID()}`;
  const texts = Array.from({ length: 40 }, (_, i) => ({
    attributes: { 'session.id': id, 'log.record.uid': `${i}`, text: secret },
  }));
  await desk.send(jsonOf(texts));
  const isThere = () => readdirSync(desk.folder).some((name) => readFileSync(path.join(desk.folder, name)).includes(secret));
  assert.ok(isThere());
  await desk.ask(`/api/sessions/${id}`, { method: 'DELETE' });
  assert.ok(!isThere());
});

test('an erased session is gone, and only that', async () => {
  const [one, other] = [mint(), mint()];
  await send(one, 3);
  await send(other);
  const response = await desk.ask(`/api/sessions/${one}`, { method: 'DELETE' });
  assert.deepEqual(await response.json(), { erased: 3 });
  assert.equal((await desk.ask(`/api/sessions/${one}`)).status, 404);
  assert.equal((await desk.ask(`/api/sessions/${one}`, { method: 'DELETE' })).status, 404);
  assert.equal((await get(`/api/sessions/${other}`)).records.length, 1);
});

test('a session can be followed: what comes, each once, and that it is erased', async () => {
  const id = mint();
  const stream = await listen(`/api/sessions/${id}/stream?since=0`);
  assert.equal(stream.response.headers.get('content-type'), 'text/event-stream');
  const uids = () =>
    stream.events.flatMap(({ event, data }) => (event == 'records' ? JSON.parse(data).map(({ uid }: DeskRecord) => uid) : []));
  await send(id, 1);
  await stream.has(() => uids().length == 1);
  await send(id, 3);
  await stream.has(() => uids().length == 3);
  assert.deepEqual(uids().sort(), ['000000', '000001', '000002']);
  await desk.ask(`/api/sessions/${id}`, { method: 'DELETE' });
  await stream.has(() => stream.events.at(-1)?.event == 'erased');
  stream.end();

  await send(id, 2);
  // What came just before: it may have been written after what the page has.
  const late = await listen(`/api/sessions/${id}/stream?since=${Date.now() + 5_000}`);
  await late.has(() => late.events.length == 1);
  late.end();
  const again = await listen(`/api/sessions/${id}/stream`, { 'last-event-id': stream.events.find(({ id }) => id)!.id });
  await again.has(() => again.events.length == 1);
  assert.equal(JSON.parse(again.events[0]!.data).length, 2);
  again.end();
});

test('an export has all of it, as JSON and as OTLP that a desk takes', async () => {
  const id = mint();
  await send(id, 1_500);
  const json = await desk.ask(`/api/sessions/${id}/export`);
  assert.equal(json.headers.get('content-disposition'), `attachment; filename="${id}.json"`);
  assert.equal(((await json.json()) as Answer).records.length, 1_500);

  const otlp = await (await desk.ask(`/api/sessions/${id}/export?format=otlp`)).text();
  const wrong: string[] = [];
  const request = decode(Buffer.from(otlp), 'application/json', (where, what) => wrong.push(`${where} ${what}`));
  assert.deepEqual(wrong, []);
  assert.equal(
    request.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords)).length,
    1_500,
  );
  const before = await get(`/api/sessions/${id}`);
  await desk.ask(`/api/sessions/${id}`, { method: 'DELETE' });
  const sent = await desk.ask('/v1/logs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: otlp });
  assert.equal(await sent.text(), '{}');
  const again = await get(`/api/sessions/${id}`);
  const bare = ({ received: _received, attributes, ...rest }: DeskRecord) => ({ ...rest, ...attributes });
  assert.deepEqual(again.records.map(bare), before.records.map(bare));
});
