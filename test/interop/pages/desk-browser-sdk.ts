/** OpenTelemetry's browser SDK and its instrumentations, without a trail, with a session of ours or of their own. */
import { logs } from '@opentelemetry/api-logs';
import { ConsoleInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/console';
import { ErrorsInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/errors';
import { NavigationInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/navigation';
import { ResourceTimingInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/resource-timing';
import { UserActionInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/user-action';
import { startLogsSdk } from '@opentelemetry/browser-sdk/logs';
import {
  createDefaultSessionIdGenerator,
  createLocalStorageSessionStore,
  createSessionLogRecordProcessor,
  createSessionManager,
} from '@opentelemetry/browser-sdk/session';
import { openTelemetrySource } from '../../../src/correlate/index.ts';
import { getSessionManager } from '../../../src/session/index.ts';
import { addBadge, takesTheirs } from './badge.ts';

const theirs = createSessionManager({
  sessionIdGenerator: createDefaultSessionIdGenerator(),
  sessionStore: createLocalStorageSessionStore(),
});
// What is recorded before there is a session belongs to none.
await (takesTheirs ? theirs.start() : getSessionManager().ready);

startLogsSdk({
  serviceName: 'shop',
  processors: [createSessionLogRecordProcessor(takesTheirs ? theirs : getSessionManager())],
  exportConfig: { url: document.querySelector<HTMLMetaElement>('meta[name=endpoint]')!.content },
  batchProcessorConfig: { scheduledDelayMillis: 50 },
});
for (const instrumentation of [
  new NavigationInstrumentation(),
  new ResourceTimingInstrumentation(),
  new UserActionInstrumentation(),
  new ErrorsInstrumentation(),
  new ConsoleInstrumentation({ logMethods: ['error'] }),
]) {
  instrumentation.setLoggerProvider(logs.getLoggerProvider() as never);
}
addBadge(takesTheirs ? openTelemetrySource(theirs) : undefined);
