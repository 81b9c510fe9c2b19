/** A page on which somebody else patches `fetch` and `XMLHttpRequest`, too: `?<who>&<before or after us>&<origin of the API>`. */
import { datadogRum } from '@datadog/browser-rum';
import { getWebInstrumentations, initializeFaro } from '@grafana/faro-web-sdk';
import { context, propagation } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { InMemorySpanExporter, SimpleSpanProcessor, StackContextManager, TracerProvider } from '@opentelemetry/sdk-trace';
import * as Sentry from '@sentry/browser';
import { propagate } from '../../../src/correlate/index.ts';
import { addBadge } from './badge.ts';

const [who, order, api = ''] = location.search.slice(1).split('&').map(decodeURIComponent);
const listed = RegExp(`^${api}/`);

/** Each as its own documentation has it, tracing what goes to the API. */
const others = {
  Sentry: () =>
    Sentry.init({
      dsn: `${location.protocol}//key@${location.host}/1`,
      tracesSampleRate: 1,
      tracePropagationTargets: [listed],
      integrations: [Sentry.browserTracingIntegration()],
    }),
  Datadog: () =>
    datadogRum.init({
      clientToken: 'token',
      applicationId: 'shop',
      service: 'shop',
      proxy: `${location.origin}/intake`,
      telemetrySampleRate: 0,
      traceSampleRate: 100,
      allowedTracingUrls: [{ match: listed, propagatorTypes: ['tracecontext'] }],
    }),
  Faro: () =>
    initializeFaro({
      url: `${location.origin}/intake`,
      app: { name: 'shop' },
      instrumentations: getWebInstrumentations({ captureConsole: false }),
    }),
  OpenTelemetry() {
    context.setGlobalContextManager(new StackContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    const spanProcessors = [new SimpleSpanProcessor({ exporter: new InMemorySpanExporter() })];
    new FetchInstrumentation({ propagateTraceHeaderCorsUrls: listed }).setTracerProvider(
      new TracerProvider({ spanProcessors }),
    );
  },
};

const start = others[who as keyof typeof others];
if (order == 'before') start();
const end = propagate({ to: [api] });
if (order == 'after') start();
addBadge();

type Headers = Record<string, string>;

function byXhr(url: string, headers: Headers): Promise<Headers> {
  const request = new XMLHttpRequest();
  request.open('POST', url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(JSON.parse(request.responseText));
    request.onerror = reject;
    request.send('{}');
  });
}

/** Asks the API in every way, each with that header; resolves to what headers it got. */
const ask = (headers: Headers): Promise<Headers[]> => {
  const url = `${api}/echo`;
  const init = { method: 'POST', body: '{}', headers };
  const json = async (answer: Promise<Response>): Promise<Headers> => (await answer).json();
  return Promise.all([
    json(fetch(url, init)),
    json(fetch(new URL(url), { ...init, headers: new globalThis.Headers(headers) })),
    json(fetch(new Request(url, init))),
    json(fetch(new Request(url), init)),
    byXhr(url, headers),
  ]);
};

/** Datadog traces nothing before its session is there. */
const isReady = (): boolean => who != 'Datadog' || !!datadogRum.getInternalContext();

export const patchedPage = { ask, end, isReady };
declare global {
  var patchedPage: typeof import('./patched-fetch.ts').patchedPage;
}
