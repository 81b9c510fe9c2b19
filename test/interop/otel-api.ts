/**
 * The server of an API, on an origin of its own, with OpenTelemetry's Node SDK as it comes: nothing here knows of this package. Runs
 * in a process of its own, and sends its port and then all that is exported to the process that has started it.
 */
import { logs, trace } from '@opentelemetry/api';
import { BaggageLogRecordProcessor } from '@opentelemetry/baggage-log-record-processor';
import { BaggageSpanProcessor } from '@opentelemetry/baggage-span-processor';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is exported of a span or a log record. */
export interface Exported {
  kind: 'span' | 'log';
  name: string;
  attributes: Record<string, unknown>;
}

/** An exporter that sends each item to the test. */
const exporterOf = <Item>(read: (item: Item) => Exported) => ({
  export(items: readonly Item[], done: (result: { code: number }) => void) {
    for (const item of items) process.send!(read(item));
    done({ code: 0 });
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
});

const isSessionId = (key: string) => key == 'session.id';

new NodeSDK({
  serviceName: 'api',
  // Preflights carry no header of the page's.
  instrumentations: [new HttpInstrumentation({ ignoreIncomingRequestHook: ({ method }) => method == 'OPTIONS' })],
  spanProcessors: [
    new BaggageSpanProcessor(isSessionId),
    new SimpleSpanProcessor({ exporter: exporterOf(({ name, attributes }) => ({ kind: 'span', name, attributes })) }),
  ],
  logRecordProcessors: [
    new BaggageLogRecordProcessor(isSessionId),
    new SimpleLogRecordProcessor({
      exporter: exporterOf(({ body, attributes }) => ({ kind: 'log', name: String(body), attributes })),
    }),
  ],
}).start();

// After that and by `require`, so that it is instrumented without a loader.
const http: typeof import('node:http') = createRequire(import.meta.url)('node:http');
const logger = logs.getLogger('shop');
const tracer = trace.getTracer('shop');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url!, 'http://api.example');
  const order = searchParams.get('order')!;
  response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', 'baggage');
  if (request.method == 'OPTIONS') return void response.end();
  trace.getActiveSpan()!.setAttribute('order', order);
  await sleep(Math.random() * 20);
  logger.emit({ body: pathname, attributes: { order } });
  if (pathname == '/order') {
    await tracer.startActiveSpan('pack', { attributes: { order } }, async (span) => {
      await sleep(Math.random() * 20);
      // What another service would get, which reads no cookie.
      http.get(`http://${request.headers.host}/stock?order=${order}`, (stock) => void text(stock).then(() => span.end()));
    });
  }
  response.end(request.headers.baggage);
}

const server = http.createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());
