/** An application that runs OpenTelemetry already, and hands its provider of loggers to the trail. */
import { ErrorsInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/errors';
import { UserActionInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/user-action';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { getSessionManager } from '../../../src/session/index.ts';
import { startTrail } from '../../../src/trail/index.ts';
import { addBadge } from './badge.ts';

const exporter = new OTLPLogExporter({ url: `${location.origin}/v1/logs` });
const loggerProvider = new LoggerProvider({
  processors: [new BatchLogRecordProcessor({ exporter: exporter as never, scheduledDelayMillis: 50 })],
});
for (const instrumentation of [new ErrorsInstrumentation(), new UserActionInstrumentation()]) {
  instrumentation.setLoggerProvider(loggerProvider as never);
}
// The type check is part of the test: OpenTelemetry's own provider is what the trail takes.
export const trail = startTrail({ loggerProvider, manager: getSessionManager() });
addBadge();
declare global {
  var trail: typeof import('./trail-opentelemetry.ts').trail;
}
