/** OpenTelemetry's browser SDK, which knows nothing of the trail beside it. */
import { logs } from '@opentelemetry/api-logs';
import { ErrorsInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/errors';
import { startBrowserSdk } from '@opentelemetry/browser-sdk';
import { getSessionManager } from '../../../src/session/index.ts';
import { startTrail } from '../../../src/trail/index.ts';
import { addBadge } from './badge.ts';

startBrowserSdk({
  serviceName: 'shop',
  logs: {
    exportConfig: { url: `${location.origin}/v1/theirs` },
    batchProcessorConfig: { scheduledDelayMillis: 50 },
  },
});
new ErrorsInstrumentation().setLoggerProvider(logs.getLoggerProvider() as never);
export const trail = startTrail({ endpoint: '/v1/logs', manager: getSessionManager() });
export const say = (word: string): void => logs.getLogger('shop').emit({ body: word });
addBadge();
declare global {
  var say: typeof import('./trail-browser-sdk.ts').say;
}
