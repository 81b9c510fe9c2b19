import { ConsoleInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/console';
import { ErrorsInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/errors';
import { NavigationInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/navigation';
import { ResourceTimingInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/resource-timing';
import { UserActionInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/user-action';
import { WebVitalsInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/web-vitals';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';

let provider: LoggerProvider;

/** OpenTelemetry's own, with the same instrumentations as ours. */
Object.assign(globalThis, {
  begin: (intake: string) => {
    provider = new LoggerProvider({
      resource: resourceFromAttributes({ 'service.name': 'bench', 'service.version': '1.0.0' }),
      processors: [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter({ url: `${intake}/v1/logs` }) })],
    });
    const off = { enabled: false };
    for (const instrumentation of [
      new NavigationInstrumentation(off),
      new ErrorsInstrumentation(off),
      new ResourceTimingInstrumentation(off),
      new UserActionInstrumentation(off),
      new WebVitalsInstrumentation(off),
      new ConsoleInstrumentation({ ...off, logMethods: ['error'] }),
    ]) {
      instrumentation.setLoggerProvider(provider as unknown as Parameters<typeof instrumentation.setLoggerProvider>[0]);
      instrumentation.enable();
    }
  },
  pushEvent: (eventName: string, attributes: Record<string, string>) =>
    provider.getLogger('bench').emit({ eventName, severityNumber: 9, attributes }),
});
