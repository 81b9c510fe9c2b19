import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  ExportLogsServiceRequestSchema,
  ExportLogsServiceResponseSchema,
} from '../../src/desk/otlp/gen/opentelemetry/proto/collector/logs/v1/logs_service_pb.js';
import type { DeskRecord } from '../../src/desk/record.ts';
import { mintSessionId } from '../../src/session/session-id.ts';
import { useDesk } from './desk.ts';
import { jsonOf, protobufOf } from './otlp.ts';

const desk = useDesk();

const JSON_TYPE = { 'content-type': 'application/json' };
const PROTOBUF_TYPE = { 'content-type': 'application/x-protobuf' };
const mint = () => mintSessionId(Date.now());

const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  desk.ask('/v1/logs', { method: 'POST', headers, body });

interface Told {
  partialSuccess?: { rejectedLogRecords: string; errorMessage: string };
  message?: string;
}
const told = async (response: Response) => (await response.json()) as Told;

async function recordsOf(id: string): Promise<DeskRecord[]> {
  const response = await desk.ask(`/api/sessions/${id}`);
  if (response.status == 404) return [];
  return ((await response.json()) as { records: DeskRecord[] }).records;
}

/** A request with one record, which has more than texts. */
const withRecord = (record: object) => ({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] });
const sessionAttribute = (id: string) => ({ key: 'session.id', value: { stringValue: id } });

test('JSON, protobuf, and both with gzip, say the same', async () => {
  const time = Date.now();
  for (const [encode, headers] of [
    [(records: Parameters<typeof jsonOf>[0]) => Buffer.from(JSON.stringify(jsonOf(records))), JSON_TYPE],
    [protobufOf, PROTOBUF_TYPE],
  ] as const) {
    for (const isPacked of [false, true]) {
      const id = mint();
      const body = encode([{ time, attributes: { 'session.id': id, 'exception.message': 'no price: “€”' } }]);
      const response = await post(isPacked ? gzipSync(body) : body, {
        ...headers,
        ...(isPacked && { 'content-encoding': 'gzip' }),
      });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), headers['content-type']);
      const [record] = await recordsOf(id);
      assert.equal(record?.attributes['exception.message'], 'no price: “€”');
      assert.deepEqual([record.time, record.eventName, record.severityNumber], [time, 'exception', 17]);
    }
  }
});

test('all kinds of values come through', async () => {
  const id = mint();
  const values = [
    [{ stringValue: '' }, ''],
    [{ boolValue: false }, false],
    [{ intValue: '42' }, 42],
    [{ intValue: 42 }, 42],
    [{ intValue: '9007199254740993' }, '9007199254740993'],
    [{ doubleValue: 0.5 }, 0.5],
    [{ doubleValue: 'NaN' }, 'NaN'],
    [{ bytesValue: 'aGk=' }, 'aGk='],
    [{ arrayValue: { values: [{ intValue: '1' }, {}] } }, [1, null]],
    [{ kvlistValue: { values: [{ key: '__proto__', value: { stringValue: 'x' } }] } }, JSON.parse('{"__proto__":"x"}')],
    [{}, null],
  ] as const;
  const attributes = values.map(([value], i) => ({ key: `v${i}`, value }));
  const traceId = '5B8EFFF798038103D269B633813FC60C';
  await desk.send(withRecord({ traceId, body: { stringValue: 'b' }, attributes: [sessionAttribute(id), ...attributes] }));
  const [record] = await recordsOf(id);
  values.forEach(([, expected], i) => assert.deepEqual(record?.attributes[`v${i}`], expected, `v${i}`));
  assert.deepEqual([record?.traceId, record?.body], [traceId.toLowerCase(), 'b']);
});

test('a request without records is a success', async () => {
  assert.equal(await (await post('{}')).text(), '{}');
  const response = await post(new Uint8Array(), PROTOBUF_TYPE);
  assert.deepEqual([response.status, await response.text()], [200, '']);
});

test('what is sent again is there once, with a uid and without', async () => {
  const id = mint();
  const time = Date.now();
  const record = { time, attributes: { 'session.id': id } };
  // Two that say the same are two, and stay two.
  const request = jsonOf([{ ...record, attributes: { ...record.attributes, 'log.record.uid': 'u1' } }, record, record]);
  for (let i = 0; i < 3; i++) assert.equal((await desk.send(request)).status, 200);
  assert.equal((await recordsOf(id)).length, 3);
});

test('one bad record is rejected, counted and told, the others are kept', async () => {
  const id = mint();
  const request = jsonOf([
    { attributes: { 'session.id': id } },
    { attributes: { 'session.id': '<script>alert(1)</script>' } },
    { attributes: { 'session.id': id, 'log.record.uid': 'second' } },
  ]);
  const { partialSuccess } = await told(await desk.send(request));
  assert.equal(partialSuccess?.rejectedLogRecords, '1');
  assert.match(partialSuccess.errorMessage, /1 rejected, session\.id is not 8 to 64 characters/);
  assert.equal((await recordsOf(id)).length, 2);

  const response = await post(protobufOf([{ attributes: { 'session.id': "'; drop table records; --" } }]), PROTOBUF_TYPE);
  const binary = fromBinary(ExportLogsServiceResponseSchema, new Uint8Array(await response.arrayBuffer()));
  assert.equal(binary.partialSuccess?.rejectedLogRecords, 1n);
});

test('what names no session is kept apart, and counted', async () => {
  const count = async () => ((await (await desk.ask('/api/status')).json()) as { withoutSession: number }).withoutSession;
  const before = await count();
  const { partialSuccess } = await told(await desk.send(jsonOf([{ eventName: 'a' }, { eventName: 'b' }])));
  assert.deepEqual(partialSuccess, { rejectedLogRecords: '0', errorMessage: '2 without session.id: kept apart' });
  assert.equal(await count(), before + 2);
});

test('a session.id that only the resource has counts', async () => {
  const id = mint();
  await desk.send({
    resourceLogs: [{ resource: { attributes: [sessionAttribute(id)] }, scopeLogs: [{ logRecords: [{ eventName: 'x' }] }] }],
  });
  assert.equal((await recordsOf(id)).length, 1);
});

test('times of clocks that are wrong are moved to now, at their distances', async () => {
  for (const wrong of [10, Date.UTC(2100)]) {
    const id = mint();
    const { partialSuccess } = await told(
      await desk.send(
        jsonOf([
          { time: wrong, attributes: { 'session.id': id } },
          { time: wrong + 5_000, attributes: { 'session.id': id } },
        ]),
      ),
    );
    assert.match(partialSuccess!.errorMessage, /^2 with a time that cannot be/);
    const [first, second] = await recordsOf(id);
    assert.equal(second!.time - first!.time, 5_000);
    assert.ok(Math.abs(second!.time - Date.now()) < 10_000);
  }
});

test('an attribute of a megabyte is cut, and the sender is told', async () => {
  const id = mint();
  const request = jsonOf([{ attributes: { 'session.id': id, long: 'x'.repeat(1024 * 1024) } }]);
  assert.match((await told(await desk.send(request))).partialSuccess!.errorMessage, /1 values cut/);
  const [record] = await recordsOf(id);
  assert.equal(String(record?.attributes.long).length, 16_385);
});

test('values may be nested without end: what is too deep is cut', async () => {
  const id = mint();
  const deep = '{"arrayValue":{"values":['.repeat(3_400) + '{}' + ']}}'.repeat(3_400);
  const body = JSON.stringify(withRecord({ attributes: [sessionAttribute(id), { key: 'deep', value: null }] }));
  const response = await post(body.replace('null', deep));
  assert.match((await told(response)).partialSuccess!.errorMessage, /too deep/);
  assert.equal((await recordsOf(id)).length, 1);
});

test('text of any kind comes back as it was', async () => {
  const id = mint();
  const texts = [
    "'; DROP TABLE records; --",
    '" OR 1=1',
    '\u0000null',
    '\ud83d',
    '\u202e',
    '%s ${x} {{x}}',
    '</script><img src=x onerror=alert(1)>',
  ];
  await desk.send(
    jsonOf(texts.map((text, i) => ({ eventName: text, attributes: { 'session.id': id, 'log.record.uid': `${i}`, text } }))),
  );
  const records = await recordsOf(id);
  assert.deepEqual(new Set(records.map(({ attributes }) => attributes.text)), new Set(texts));
});

for (const [what, body, headers, status] of [
  [
    'a gzip that was cut off',
    gzipSync('{"resourceLogs":[]}').subarray(0, 20),
    { ...JSON_TYPE, 'content-encoding': 'gzip' },
    400,
  ],
  ['something that is no gzip', '{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 400],
  ['a gzip bomb', gzipSync(Buffer.alloc(200 * 1024 * 1024)), { ...JSON_TYPE, 'content-encoding': 'gzip' }, 413],
  ['another encoding', '{}', { ...JSON_TYPE, 'content-encoding': 'br' }, 415],
  ['protobuf garbage', Buffer.from('fffefdfcfb', 'hex'), PROTOBUF_TYPE, 400],
  ['a protobuf that was cut off', protobufOf([{ eventName: 'x' }]).subarray(0, -3), PROTOBUF_TYPE, 400],
  ['JSON of depth 10,000', '['.repeat(10_000) + ']'.repeat(10_000), JSON_TYPE, 400],
  ['objects of depth 10,000', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), JSON_TYPE, 200],
  ['half a JSON', '{"resourceLogs":[', JSON_TYPE, 400],
  ['null', 'null', JSON_TYPE, 400],
  ['a list', '[]', JSON_TYPE, 400],
  ['nothing', '', JSON_TYPE, 400],
  ['bytes that are no UTF-8', Buffer.from('7b2261223a22fffe227d', 'hex'), JSON_TYPE, 400],
  ['resourceLogs that are a text', '{"resourceLogs":"x"}', JSON_TYPE, 400],
  ['records that are numbers', JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: [1] }] }] }), JSON_TYPE, 400],
  ['a trace ID that is no hex', JSON.stringify(withRecord({ traceId: 'x' })), JSON_TYPE, 400],
  [
    'a time that is no finite number',
    '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":1e999}]}]}]}',
    JSON_TYPE,
    400,
  ],
  ['a time that is no number', JSON.stringify(withRecord({ timeUnixNano: 'yesterday' })), JSON_TYPE, 400],
  ['more than 4 MiB', Buffer.alloc(4 * 1024 * 1024 + 1, ' '), JSON_TYPE, 413],
  [
    'too many records',
    JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: Array(5_001).fill({}) }] }] }),
    JSON_TYPE,
    413,
  ],
  ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['plain text, as sendBeacon makes it', '{}', { 'content-type': 'text/plain;charset=UTF-8' }, 415],
] as const) {
  test(`${what} is answered with ${status}, and the desk goes on`, async () => {
    const response = await post(body as BodyInit, headers);
    assert.equal(response.status, status);
    if (status >= 400 && headers['content-type'] != 'application/x-protobuf') assert.ok((await told(response)).message);
    const id = mint();
    assert.equal((await desk.send(jsonOf([{ attributes: { 'session.id': id } }]))).status, 200);
    assert.equal((await recordsOf(id)).length, 1);
  });
}

test('a resource that is said once and stored with each record is not more than can be held', async () => {
  const attributes = Array.from({ length: 8 }, (_, i) => ({ key: `k${i}`, value: { stringValue: 'x'.repeat(14_000) } }));
  const logRecords = Array.from({ length: 5_000 }, () => ({}));
  const body = gzipSync(JSON.stringify({ resourceLogs: [{ resource: { attributes }, scopeLogs: [{ logRecords }] }] }));
  assert.ok(body.length < 4_000);
  const response = await post(body, { ...JSON_TYPE, 'content-encoding': 'gzip' });
  assert.equal(response.status, 413);
  assert.match((await told(response)).message!, /each record with its resource/);
});

test('trace IDs of another length than they have are refused in protobuf, too', async () => {
  const id = mint();
  const good = protobufOf([{ attributes: { 'session.id': id } }]);
  const { resourceLogs } = fromBinary(ExportLogsServiceRequestSchema, good);
  resourceLogs[0]!.scopeLogs[0]!.logRecords[0]!.traceId = new Uint8Array(5);
  const bad = toBinary(ExportLogsServiceRequestSchema, create(ExportLogsServiceRequestSchema, { resourceLogs }));
  assert.equal((await post(bad, PROTOBUF_TYPE)).status, 400);
  assert.equal((await post(good, PROTOBUF_TYPE)).status, 200);
});

test('a name that is there twice, of whatever kind, is there once', async () => {
  const id = mint();
  const twice = ['__proto__', 'constructor'].flatMap((key) =>
    ['a', 'b'].map((value) => ({ key, value: { stringValue: value } })),
  );
  assert.equal((await desk.send(withRecord({ attributes: [sessionAttribute(id), ...twice] }))).status, 200);
  const [record] = await recordsOf(id);
  assert.equal(Object.getOwnPropertyDescriptor(record!.attributes, '__proto__')?.value, 'b');
});

test('another method is told which one', async () => {
  const response = await desk.ask('/v1/logs');
  assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST']);
});

test('a session does not grow without end', async () => {
  const id = mint();
  const some = (i: number) =>
    jsonOf(Array.from({ length: 5_000 }, (_, j) => ({ attributes: { 'session.id': id, 'log.record.uid': `${i}-${j}` } })));
  // Also side by side.
  const all = await Promise.all([0, 1, 2, 3].map(async (i) => (await desk.send(some(i))).text()));
  assert.deepEqual(all, Array(4).fill('{}'));
  const { partialSuccess } = await told(await desk.send(some(4)));
  assert.deepEqual(partialSuccess, {
    rejectedLogRecords: '5000',
    errorMessage: '5000 rejected, of a session that has 20000, the most',
  });
});
