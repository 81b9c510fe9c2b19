/** OpenTelemetry's own exporters of logs for Node, and what the desk keeps of what they send. */
import assert from 'node:assert/strict';
import { diag, DiagLogLevel, ROOT_CONTEXT, trace, type DiagLogger } from '@opentelemetry/api';
import { OTLPLogExporter as JsonExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtobufExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { subscribe } from 'node:diagnostics_channel';
import { EventEmitter, once } from 'node:events';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { mintSessionId } from '../../src/session/session-id.ts';
import { useLiveDesk } from './desk-stage.ts';

const desk = useLiveDesk();

/** The longest request that the desk takes, in bytes; of one sender it holds four of these at once, or many parts. */
const MOST = 4 * 1024 * 1024;
const PART = 256 * 1024;

const ENCODINGS = [
  { encoding: 'JSON', type: 'application/json', Exporter: JsonExporter },
  { encoding: 'protobuf', type: 'application/x-protobuf', Exporter: ProtobufExporter },
];

/** What OpenTelemetry says to its developer. */
let said: string[] = [];
const say = (...parts: unknown[]) => void said.push(parts.join(' '));
const nothing = () => {};
diag.setLogger(
  { error: say, warn: say, info: nothing, debug: nothing, verbose: nothing } satisfies DiagLogger,
  DiagLogLevel.WARN,
);

interface Exchange {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
}
/** What exporters, which run in this process as the desk does, have been answered. */
let exchanges: Exchange[] = [];
/** Tells `begun`, of requests that the desk gets, `answered` and `refused`, of those of exporters. */
const happened = new EventEmitter();
const channels = {
  'http.server.request.start': (message: unknown) => happened.emit('begun', (message as { request: IncomingMessage }).request),
  'http.client.response.finish': (message: unknown) => {
    const exchange = message as Exchange;
    if (!String(exchange.request.getHeader('user-agent')).startsWith('OTel-OTLP-Exporter')) return;
    exchanges.push(exchange);
    happened.emit('answered');
  },
  'http.client.request.error': () => happened.emit('refused'),
};
for (const [name, listener] of Object.entries(channels)) subscribe(name, listener);
const statuses = () => exchanges.map(({ response }) => response.statusCode);

let id: string;
let provider: LoggerProvider;
beforeEach(() => {
  id = mintSessionId(Date.now());
  said = [];
  exchanges = [];
});
afterEach(() => provider.shutdown());

/** The logger of an application that sends by that exporter. */
function loggerOf(Exporter: (typeof ENCODINGS)[number]['Exporter'], { url = desk.endpoint, compression = 'none' } = {}) {
  const exporter = new Exporter({ url, compression: compression as never });
  provider = new LoggerProvider({
    resource: resourceFromAttributes({ 'service.name': 'orders', 'process.pid': 4815 }),
    processors: [new BatchLogRecordProcessor({ exporter })],
  });
  return provider.getLogger('checkout', '1.2.3');
}

/** An attribute of each type, and what becomes of it in JSON. */
const VALUES = {
  text: ['“€” 😀 <b>', '“€” 😀 <b>'],
  empty: ['', ''],
  integer: [-42, -42],
  large: [2 ** 53 - 1, 2 ** 53 - 1],
  ratio: [0.1, 0.1],
  yes: [true, true],
  no: [false, false],
  list: [
    ['a', 1, [false]],
    ['a', 1, [false]],
  ],
  map: [{ a: { b: 'c' } }, { a: { b: 'c' } }],
  bytes: [new Uint8Array([1, 2, 255]), 'AQL/'],
} as const;
const valuesAt = (at: 0 | 1) => Object.fromEntries(Object.entries(VALUES).map(([name, both]) => [name, both[at]]));

for (const { encoding, type, Exporter } of ENCODINGS) {
  for (const compression of ['none', 'gzip'] as const) {
    test(`hundreds of records in ${encoding}, compression ${compression}, arrive whole`, async () => {
      const logger = loggerOf(Exporter, { compression });
      const begin = Date.now() - 1_000;
      // More than go in one request.
      const numbers = Array.from({ length: 700 }, (_, n) => n);
      const idsOf = (n: number) => ({
        traceId: (n + 1).toString(16).padStart(32, '5b'),
        spanId: (n + 1).toString(16).padStart(16, 'e'),
      });
      for (const n of numbers) {
        logger.emit({
          eventName: n % 2 ? 'order.refused' : undefined,
          timestamp: begin + n,
          severityNumber: (n % 24) + 1,
          severityText: `level ${n % 24}`,
          body: n % 3 ? `order ${n}` : { order: n, lines: [{ price: 9.99 }] },
          attributes: { 'session.id': id, n, ...valuesAt(0) },
          context: trace.setSpanContext(ROOT_CONTEXT, { ...idsOf(n), traceFlags: 1 }),
        });
      }
      await provider.forceFlush();

      const { records } = (await desk.ask(id))!;
      assert.deepEqual(
        records.map(({ uid, received, ...rest }) => (assert.ok(uid && received >= begin), rest)),
        numbers.map((n) => ({
          sessionId: id,
          time: begin + n,
          eventName: n % 2 ? 'order.refused' : '',
          severityNumber: (n % 24) + 1,
          severityText: `level ${n % 24}`,
          body: n % 3 ? `order ${n}` : { order: n, lines: [{ price: 9.99 }] },
          attributes: { 'session.id': id, n, ...valuesAt(1) },
          resource: { 'service.name': 'orders', 'process.pid': 4815 },
          scope: { name: 'checkout', version: '1.2.3' },
          ...idsOf(n),
        })),
      );
      assert.deepEqual(
        exchanges.map(({ request }) => [request.getHeader('content-type'), request.getHeader('content-encoding') ?? 'none']),
        Array(2).fill([type, compression]),
      );
      assert.deepEqual(said, []);
    });
  }

  test(`a record that is rejected is told in ${encoding}, and not sent again; the others are there`, async () => {
    const logger = loggerOf(Exporter);
    for (const session of ['<b>bold</b>', id]) logger.emit({ body: 'order', attributes: { 'session.id': session } });
    await provider.forceFlush();
    assert.equal((await desk.ask(id))!.records.length, 1);
    assert.deepEqual(statuses(), [200]);
    assert.match(said.join(), /^Received Partial Success response: .*"rejectedLogRecords":"?1\b.*session\.id is not 8 to 64/);
  });

  test(`a desk that holds as much as it can tells an exporter of ${encoding} to wait, and then has all once`, async () => {
    // Senders from the same address, each with a part that is read and a rest that does not come, until one is refused.
    const slow: ClientRequest[] = [];
    for (let isFull = false; !isFull;) {
      const headers = { 'content-type': 'application/json', 'content-length': MOST };
      const request = http.request(desk.endpoint, { method: 'POST', headers }).on('error', nothing);
      const begun = once(happened, 'begun') as Promise<[IncomingMessage]>;
      request.on('response', () => (isFull = true)).write(Buffer.alloc(PART, ' '));
      slow.push(request);
      const [{ socket }] = await begun;
      while (socket.bytesRead < PART) await turn();
      for (let i = 0; i < 20; i++) await turn();
    }
    const logger = loggerOf(Exporter);
    // More than such a part.
    const padding = 'x'.repeat(15_000);
    for (let n = 0; n < 10; n++) logger.emit({ body: n, attributes: { 'session.id': id, a: padding, b: padding } });
    const flushed = provider.forceFlush();
    await once(happened, 'answered');
    slow.forEach((request) => request.destroy());
    await flushed;
    assert.equal((await desk.ask(id))!.records.length, 10);
    assert.deepEqual(statuses(), [429, 200]);
    assert.equal(exchanges[0]!.response.headers['retry-after'], '1');
  });

  test(`a desk that is away for a moment has all that an exporter of ${encoding} sends, once`, async () => {
    const logger = loggerOf(Exporter);
    const emit = (from: number) => {
      for (let n = from; n < from + 10; n++) logger.emit({ body: n, attributes: { 'session.id': id } });
      return provider.forceFlush();
    };
    await emit(0);
    await desk.down();
    const refused = once(happened, 'refused');
    const flushed = emit(10);
    await refused;
    await desk.up();
    await flushed;
    const bodies = (await desk.ask(id))!.records.map(({ body }) => Number(body));
    assert.deepEqual(
      bodies.sort((a, b) => a - b),
      Array.from({ length: 20 }, (_, n) => n),
    );
  });

  test(`an answer that is lost on its way to an exporter of ${encoding}: what comes again is there once`, async (t) => {
    let isFirst = true;
    const way = net.createServer((sender) => {
      const toDesk = net.connect(Number(new URL(desk.endpoint).port), '127.0.0.1');
      sender.pipe(toDesk).on('error', nothing);
      if (isFirst) toDesk.once('data', () => sender.resetAndDestroy());
      else toDesk.pipe(sender).on('error', nothing);
      isFirst = false;
    });
    await once(way.listen(0, '127.0.0.1'), 'listening');
    t.after(() => way.close());
    const logger = loggerOf(Exporter, { url: `http://127.0.0.1:${(way.address() as AddressInfo).port}/v1/logs` });
    const timestamp = Date.now();
    // Two that say the same are two.
    for (let n = 0; n < 2; n++) logger.emit({ body: 'order', timestamp, attributes: { 'session.id': id } });
    const lost = once(happened, 'refused');
    const flushed = provider.forceFlush();
    await lost;
    assert.equal((await desk.ask(id))!.records.length, 2);
    await flushed;
    assert.deepEqual(statuses(), [200]);
    assert.equal((await desk.ask(id))!.records.length, 2);
  });
}
