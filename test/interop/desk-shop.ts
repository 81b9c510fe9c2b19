/**
 * A shop that logs with pino, and OpenTelemetry's Node SDK as it comes: by its own variables it is told where to send to, and its
 * pages send there, too. Runs in a process of its own, and sends its address to the one that has started it.
 */
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSessionId } from '../server/built.ts';
import { BLANK } from '../support/session-stories.ts';
import { page, startSite } from '../support/site.ts';

new NodeSDK({ serviceName: 'orders', instrumentations: [new PinoInstrumentation()] }).start();

// After that and by `require`, so that it is instrumented without a loader.
const pino = createRequire(import.meta.url)('pino') as typeof import('pino').default;
const session = new AsyncLocalStorage<string | undefined>();
const logger = pino({ mixin: () => ({ 'session.id': session.getStore() }) });

async function order(): Promise<{ status: number }> {
  logger.info({ article: 4815 }, 'order');
  // What comes out of it happens later, by any clock.
  await sleep(20);
  logger.error({ err: new Error('the warehouse does not answer') }, 'no order');
  await sleep(20);
  return { status: 503 };
}

const { url } = await startSite({
  routes: {
    '/': page(`<session-id-badge trail="${process.env.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT}"></session-id-badge>`),
    '/order': (request) => session.run(readSessionId(request), order),
    '/__clear': BLANK,
  },
});
process.send!(url);
process.once('disconnect', () => process.exit());
