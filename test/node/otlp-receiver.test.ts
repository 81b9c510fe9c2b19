/** The receiver of logs that other tests rely on: what OpenTelemetry's own exporters send it reads, and what is wrong it notices. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { BinaryReader } from '@bufbuild/protobuf/wire';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, SimpleLogRecordProcessor, type LogRecordExporter } from '@opentelemetry/sdk-logs';
import { createInbox } from '../support/otlp/inbox.ts';
import { startReceiver, type Receiver } from '../support/otlp/receiver.ts';
import { startSite } from '../support/site.ts';

const JSON_TYPE = 'application/json';
const PROTOBUF_TYPE = 'application/x-protobuf';
const ID = '0198c0de-aaaa-7bbb-8ccc-000000000001';
const OTHER_ID = '0198c0de-aaaa-7bbb-8ccc-000000000002';
const TIME = Date.UTC(2026, 7, 18, 9);

type Json = { [key: string]: unknown };
const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });

/** A record that nothing is wrong with, as OTLP/JSON. */
const record = (uid: string, more: Json = {}, id = ID) => ({
  timeUnixNano: `${TIME}000000`,
  severityNumber: 9,
  eventName: 'session_badge.click.dead',
  attributes: [text('session.id', id), text('log.record.uid', uid)],
  ...more,
});
const requestOf = (logRecords: Json[], resource: Json[] = []) => ({
  resourceLogs: [{ resource: { attributes: resource }, scopeLogs: [{ scope: { name: 'test' }, logRecords }] }],
});

let receiver: Receiver;
before(async () => {
  receiver = await startReceiver();
});
afterEach(() => {
  receiver.clear();
  receiver.answer(200);
});
after(() => receiver.close());

const post = (body: BodyInit, headers: Record<string, string> = {}, url = receiver.url) =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': JSON_TYPE, ...headers } });
const send = (...records: Json[]) => post(JSON.stringify(requestOf(records)));
/** What the receiver says of this request. */
async function violationsOf(request: Json): Promise<string> {
  await post(JSON.stringify(request));
  return receiver.violations.join('\n');
}

type Exporter = new (options: { url: string; compression?: 'gzip' | 'none' }) => LogRecordExporter;
/** Those that OpenTelemetry's SDK for Node brings: the ones of its own version. */
const fromSdk = createRequire(createRequire(import.meta.url).resolve('@opentelemetry/sdk-node'));
const exporter = (encoding: 'http' | 'proto', compression: 'gzip' | 'none' = 'none'): LogRecordExporter => {
  const { OTLPLogExporter } = fromSdk(`@opentelemetry/exporter-logs-otlp-${encoding}`) as { OTLPLogExporter: Exporter };
  return new OTLPLogExporter({ url: receiver.url, compression });
};

/** One record of everything that a record can hold, by each of the exporters. */
async function exportBy(...exporters: LogRecordExporter[]): Promise<void> {
  const provider = new LoggerProvider({
    resource: resourceFromAttributes({ 'service.name': 'shop' }),
    processors: exporters.map((each) => new SimpleLogRecordProcessor({ exporter: each })),
  });
  provider.getLogger('trail', '1.2.3').emit({
    eventName: 'session_badge.load.failed',
    timestamp: TIME,
    severityNumber: 17,
    severityText: 'ERROR',
    body: { nested: ['ä', { deep: true }] },
    attributes: {
      'session.id': ID,
      'log.record.uid': 'uid-1',
      count: 3,
      ratio: 0.5,
      list: ['a', 'b'],
      bytes: new Uint8Array([1, 2, 255]),
      nothing: null,
    },
  });
  await provider.shutdown();
}

test('what OpenTelemetry sends in JSON and in protobuf are the same records', async () => {
  await exportBy(exporter('http'), exporter('proto'));
  const [one, two] = await receiver.waitFor((records) => records.length == 2 && records);
  const types = receiver.requests.map(({ headers }) => headers['content-type']).sort();
  assert.deepEqual(types, [JSON_TYPE, PROTOBUF_TYPE]);
  assert.deepEqual(one, two);
  assert.deepEqual(one, {
    sessionId: ID,
    eventName: 'session_badge.load.failed',
    severityNumber: 17,
    severityText: 'ERROR',
    body: { nested: ['ä', { deep: true }] },
    attributes: {
      'session.id': ID,
      'log.record.uid': 'uid-1',
      count: 3,
      ratio: 0.5,
      list: ['a', 'b'],
      bytes: new Uint8Array([1, 2, 255]),
      nothing: null,
    },
    resource: { 'service.name': 'shop' },
    scope: { name: 'trail', version: '1.2.3' },
    time: TIME,
  });
  for (const { sessionId, text } of receiver.requests) {
    assert.equal(sessionId, ID);
    assert.ok(text.includes('session_badge.load.failed'));
  }
  receiver.assertClean();
});

test('packed requests are read; their size is that on the wire', async () => {
  await exportBy(exporter('http', 'gzip'), exporter('proto', 'gzip'));
  await receiver.waitFor((records) => records.length == 2);
  for (const { headers } of receiver.requests) assert.equal(headers['content-encoding'], 'gzip');
  const body = JSON.stringify(requestOf([record('1')]));
  const packed = gzipSync(body);
  await post(packed, { 'content-encoding': 'gzip' });
  const { bytes, text } = receiver.requests[2]!;
  assert.deepEqual([bytes, text], [packed.length, body]);
  receiver.assertClean();
});

for (const [what, request, violation] of [
  ['two sessions in one request', requestOf([record('1'), record('2', {}, OTHER_ID)]), /2 sessions in one request/],
  ['a record without a session', requestOf([record('1', { attributes: [text('log.record.uid', '1')] })]), /no session\.id/],
  ['a session.id that is no ID', requestOf([record('1', {}, 'no id')]), /session\.id no id is no ID/],
  ['an unknown field', requestOf([record('1', { colour: 'red' })]), /logRecords\[0\]\.colour: unknown field/],
  ["a field by its proto file's name", requestOf([record('1', { event_name: 'x' })]), /event_name: unknown field/],
  ["an enum's name", requestOf([record('1', { severityNumber: 'SEVERITY_NUMBER_INFO' })]), /400: .*enum's number/],
  ['a severity that there is not', requestOf([record('1', { severityNumber: 25 })]), /severityNumber 25/],
  ['a time that is no string', requestOf([record('1', { timeUnixNano: TIME * 1e6 })]), /timeUnixNano: \d+ is no decimal/],
  ['a time in ms', requestOf([record('1', { timeUnixNano: String(TIME) })]), /not of this century/],
  ['a record without a name', requestOf([record('1', { eventName: '' })]), /no eventName/],
  ['a record without a uid', requestOf([record('1', { attributes: [text('session.id', ID)] })]), /no log\.record\.uid/],
  ['the same uid twice', requestOf([record('1'), record('1')]), /log\.record\.uid 1 is there twice/],
  ['no records', requestOf([]), /no records/],
  ['a resource that says who it is', requestOf([record('1')], [text('host.name', 'pc-of-ann')]), /host\.name/],
  ['an ID in base64', requestOf([record('1', { traceId: '3q2+796tvu/erb7v3q2+7w==' })]), /400: .*not 32 hex digits/],
  ['a value that got lost', requestOf([record('1', { body: { doubleValue: NaN } })]), /doubleValue: null in place/],
  ['half a character', requestOf([record('1', { body: { stringValue: '\ud83d' } })]), /400: .*UTF/i],
  ['an integer beyond 64 bits', requestOf([record('1', { body: { intValue: 1e21 } })]), /400: .*int/],
  ['two values in one', requestOf([record('1', { body: { intValue: 1, stringValue: '1' } })]), /400: .*oneof/],
  [
    'an attribute twice',
    requestOf([record('1', { attributes: [...record('1').attributes, text('session.id', ID)] })]),
    /twice/,
  ],
  ['a request beyond 64 KiB', requestOf([record('1', { body: { stringValue: 'x'.repeat(65_536) } })]), /more than 65536/],
] as [string, Json, RegExp][]) {
  test(`it notices ${what}`, async () => {
    assert.match(await violationsOf(request), violation);
    assert.equal(receiver.violations.length, 1);
    assert.throws(() => receiver.assertClean());
  });
}

test('it notices an unknown field in protobuf', async () => {
  await exportBy(exporter('proto'));
  receiver.assertClean();
  // Field 15 of the request, a number.
  await post(new Uint8Array([0x78, 1]), { 'content-type': PROTOBUF_TYPE });
  assert.match(receiver.violations.join('\n'), /request: unknown field 15/);
});

test('a request with nothing wrong leaves no violation', async () => {
  await send(record('1', { traceId: 'DEADBEEFdeadbeefDEADBEEFdeadbeef', spanId: 'deadbeefdeadbeef' }), record('2'));
  receiver.assertClean();
  assert.equal(receiver.records().length, 2);
});

test('what a Collector would read is stored, though something is wrong with it', async () => {
  assert.equal((await send(record('1', { colour: 'red' }))).status, 200);
  assert.equal(receiver.records()[0]!.eventName, 'session_badge.click.dead');
});

test('what cannot be taken is refused as by a Collector', async () => {
  const bad = await post('{"resourceLogs":');
  assert.equal(bad.status, 400);
  assert.equal(bad.headers.get('content-type'), JSON_TYPE);
  const status = (await bad.json()) as { code: number; message: string };
  assert.equal(status.code, 3);
  assert.match(status.message, /JSON/);

  const badProtobuf = await post(new Uint8Array([0xff]), { 'content-type': PROTOBUF_TYPE });
  assert.equal(badProtobuf.status, 400);
  assert.equal(badProtobuf.headers.get('content-type'), PROTOBUF_TYPE);
  const reader = new BinaryReader(await badProtobuf.bytes());
  assert.deepEqual([reader.tag()[0], reader.int32(), reader.tag()[0]], [1, 3, 2]);
  assert.notEqual(reader.string(), '');

  assert.equal((await post('{}', { 'content-encoding': 'gzip' })).status, 400);
  assert.equal((await post('{}', { 'content-encoding': 'br' })).status, 400);
  // What sendBeacon makes of a string.
  assert.equal((await post('{}', { 'content-type': 'text/plain;charset=UTF-8' })).status, 415);
  assert.equal((await post('{}', { 'content-type': `${JSON_TYPE}; charset=utf-8` })).status, 200);
  assert.equal((await fetch(receiver.url)).status, 405);
  assert.equal((await post('{}', {}, `${receiver.origin}/v1/traces`)).status, 404);
  assert.equal(receiver.records().length, 0);
});

test('a body beyond the limit is answered with 413, also where it only is when unpacked', async () => {
  const small = await startReceiver({ limit: 1000 });
  const body = JSON.stringify(requestOf([record('1', { body: { stringValue: 'x'.repeat(1000) } })]));
  assert.equal((await post(body, {}, small.url)).status, 413);
  assert.equal((await post(gzipSync(body), { 'content-encoding': 'gzip' }, small.url)).status, 413);
  assert.deepEqual(small.records(), []);
  await small.close();
});

test('it answers what it is told to, and stores what it has answered well', async () => {
  receiver.answer({ status: 503, headers: { 'retry-after': '7' } });
  const busy = await send(record('1'));
  assert.equal(busy.status, 503);
  assert.equal(busy.headers.get('retry-after'), '7');
  assert.equal(((await busy.json()) as { code: number }).code, 14);
  assert.deepEqual(receiver.records(), []);

  receiver.answer(({ records }) => (records.length > 1 ? 413 : 200));
  assert.equal((await send(record('1'), record('2'))).status, 413);
  const good = await send(record('1'));
  assert.deepEqual(await good.json(), { partialSuccess: {} });
  assert.deepEqual(
    receiver.requests.map(({ status }) => status),
    [503, 413, 200],
  );
  assert.equal(receiver.records().length, 1);
});

test('it can lose an answer, and hold one back', async () => {
  receiver.answer({ drop: true });
  await assert.rejects(send(record('1')));
  assert.equal(receiver.records().length, 1);

  receiver.answer({ delay: 60_000 });
  const gone = new AbortController();
  const sent = fetch(receiver.url, {
    method: 'POST',
    body: JSON.stringify(requestOf([record('2')])),
    headers: { 'content-type': JSON_TYPE },
    signal: gone.signal,
  });
  await receiver.waitFor((records) => records.length == 2);
  gone.abort();
  await assert.rejects(sent, { name: 'AbortError' });
  receiver.assertClean();
});

test("a mistake in a test's own answer is a violation", async () => {
  receiver.answer(() => {
    throw new Error('oops');
  });
  await assert.rejects(send(record('1')));
  assert.deepEqual(receiver.violations, ['Error: oops']);
});

test('one can wait for records, be told of requests, and is told what there was in place of them', async () => {
  const seen: number[] = [];
  const stop = receiver.onRequest(({ status }) => seen.push(status));
  const second = receiver.waitFor((records) => records[1]);
  await send(record('1'));
  await send(record('2', { eventName: 'exception' }));
  assert.equal((await second).eventName, 'exception');
  stop();
  await send(record('3'));
  assert.deepEqual(seen, [200, 200]);
  await assert.rejects(
    receiver.waitFor((records) => records.length > 3, { timeout: 20 }),
    /not after 20 ms: .*; there are session_badge\.click\.dead, exception/,
  );
});

test('it goes down, with all connections, and comes up on the same port', async () => {
  const { url } = receiver;
  receiver.answer({ delay: 60_000 });
  const cut = send(record('1'));
  await receiver.waitFor((records) => records.length);
  await Promise.all([assert.rejects(cut), receiver.down()]);
  const refused = await send(record('2')).catch((error) => error);
  assert.equal(refused.cause.code, 'ECONNREFUSED');
  receiver.answer(200);
  await receiver.up();
  assert.equal(receiver.url, url);
  assert.equal((await send(record('3'))).status, 200);
});

/** As a browser asks before a page of this origin may send JSON. */
const preflight = (url: string, origin: string, asked = 'content-type') =>
  fetch(url, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': asked },
  });

test('pages of all origins may send, of those listed, or of none', async () => {
  const open = await preflight(receiver.url, 'https://shop.test');
  assert.equal(open.status, 204);
  assert.equal(open.headers.get('access-control-allow-origin'), '*');
  assert.equal(open.headers.get('access-control-allow-headers'), 'content-type');
  assert.equal(receiver.preflights.length, 1);
  const other = await preflight(receiver.url, 'https://shop.test', 'baggage,content-type');
  assert.equal(other.headers.get('access-control-allow-origin'), null);

  const listing = await startReceiver({ cors: { origins: ['https://shop.test'], expose: ['retry-after'] } });
  const listed = await preflight(listing.url, 'https://shop.test');
  assert.equal(listed.headers.get('access-control-allow-origin'), 'https://shop.test');
  assert.equal(listed.headers.get('access-control-allow-credentials'), 'true');
  const stranger = await preflight(listing.url, 'https://evil.test');
  assert.equal(stranger.headers.get('access-control-allow-origin'), null);
  const answer = await post('{}', { origin: 'https://shop.test' }, listing.url);
  assert.equal(answer.headers.get('access-control-allow-origin'), 'https://shop.test');
  assert.equal(answer.headers.get('access-control-expose-headers'), 'retry-after');
  await listing.close();

  const closed = await startReceiver({ cors: false });
  assert.equal((await preflight(closed.url, 'https://shop.test')).status, 405);
  await closed.close();
});

test('a site has it on its own origin', async () => {
  const inbox = createInbox();
  const site = await startSite({ routes: { '/v1/logs': inbox.route } });
  const server = http.createServer((request, response) => void inbox.handleLogs(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const body = JSON.stringify(requestOf([record('1')]));
  for (const url of [`${site.url}/v1/logs`, `http://localhost:${(server.address() as AddressInfo).port}/v1/logs`]) {
    const answer = await post(body, {}, url);
    assert.equal(answer.headers.get('content-type'), JSON_TYPE);
    assert.deepEqual(await answer.json(), { partialSuccess: {} });
  }
  assert.equal(inbox.records().length, 2);
  inbox.assertClean();
  site.close();
  server.close();
});
