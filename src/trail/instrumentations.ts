import { ConsoleInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/console';
import { ErrorsInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/errors';
import { NavigationInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/navigation';
import { ResourceTimingInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/resource-timing';
import { UserActionInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/user-action';
import { WebVitalsInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/web-vitals';
import { attempt } from '../session/attempt.js';
import { property } from './element.js';
import type { LogSink } from './types.js';

/** More siblings than that make a selector a matter of seconds. */
const MANY = 500;

/** What a page prints may be anything of its customers: texts and errors are recorded, objects are not. */
const printed = (args: unknown[]): string =>
  args
    .map((arg) => {
      if (typeof arg != 'object' && typeof arg != 'function') return String(arg);
      // Even asking whether it is one may run code of the page's.
      return attempt(() => arg instanceof Error && `${arg.name}: ${arg.message}`) || 'object';
    })
    .join(' ');

/** Whether OpenTelemetry can say where that is: it reads what a form's inputs may hide, and compares all siblings. */
function isTame(element: Element): boolean {
  for (let at: Element | null = element; at; at = property(at, 'parentElement')) {
    if (property(at, 'childElementCount') > MANY) return false;
  }
  return true;
}

/** OpenTelemetry's own instrumentations, with what makes them safe for any page. What is loaded from `ownUrl` is not the page's. */
export function startInstrumentations(provider: LogSink, ownUrl: string): () => void {
  const off = { enabled: false };
  const clicks = new UserActionInstrumentation(off);
  const handler = clicks as unknown as { onClick(event: MouseEvent): void };
  const onClick = handler.onClick.bind(clicks);
  handler.onClick = (event) => void attempt(() => isTame(event.target as Element) && onClick(event));
  const navigation = new NavigationInstrumentation({ ...off, useNavigationApiIfAvailable: true });
  const all = [
    navigation,
    new ErrorsInstrumentation(off),
    new ResourceTimingInstrumentation({ ...off, ignoreUrls: [ownUrl] }),
    clicks,
    new WebVitalsInstrumentation(off),
    new ConsoleInstrumentation({ ...off, logMethods: ['error'], messageSerializer: printed }),
  ];
  for (const instrumentation of all) {
    instrumentation.setLoggerProvider(provider as Parameters<typeof instrumentation.setLoggerProvider>[0]);
    if (instrumentation != navigation) instrumentation.enable();
  }
  // Begun between DOMContentLoaded and load, it would wait for the one that was, and never tell of the page itself.
  const begin = () => navigation.enable();
  if (document.readyState == 'complete') begin();
  else addEventListener('load', begin);
  return () => {
    removeEventListener('load', begin);
    all.forEach((instrumentation) => instrumentation.disable());
  };
}
