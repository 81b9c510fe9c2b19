import { trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { startBrowserSdk } from '@opentelemetry/browser-sdk';
import * as browserSdk from '@opentelemetry/browser-sdk/session';
import * as webCommon from '@opentelemetry/web-common';
import { openTelemetrySource } from '../../../src/correlate/index.ts';
import { getSessionManager } from '../../../src/session/index.ts';
import { addBadge, type SdkPage } from './badge.ts';

/** The managers of both packages, with the shortest sessions that they know. */
const managers = {
  'web-common': webCommon.createSessionManager({
    sessionIdGenerator: webCommon.createDefaultSessionIdGenerator(),
    sessionStore: webCommon.createLocalStorageSessionStore(),
    maxDuration: 1,
  }),
  'browser-sdk': browserSdk.createSessionManager({
    sessionIdGenerator: browserSdk.createDefaultSessionIdGenerator(),
    sessionStore: browserSdk.createLocalStorageSessionStore(),
    maxDuration: 1,
  }),
};

/** Starts the browser SDK with this session on all its logs and spans. */
function start(session: browserSdk.SessionProvider & browserSdk.SessionPublisher): void {
  // With processors of one's own there is an exporter only where the signal has its own `exportConfig`.
  const signal = (name: string) => ({
    exportConfig: { url: `${location.origin}/v1/${name}` },
    batchProcessorConfig: { scheduledDelayMillis: 50 },
  });
  startBrowserSdk({
    serviceName: 'shop',
    logs: { processors: [browserSdk.createSessionLogRecordProcessor(session)], ...signal('logs') },
    traces: { processors: [browserSdk.createSessionSpanProcessor(session)], ...signal('traces') },
  });
}

const theirs = managers[location.search.slice(1) as keyof typeof managers];
if (theirs) await theirs.start();
addBadge(theirs && openTelemetrySource(theirs));
// The type check is part of the test: a manager of ours is what OpenTelemetry asks for.
start(theirs ?? getSessionManager());

export const sdkPage: SdkPage = {
  say(word) {
    logs.getLogger('shop').emit({ body: word });
    trace.getTracer('shop').startSpan(word).end();
  },
};

export const otelPage = { theirs };
declare global {
  var otelPage: typeof import('./opentelemetry.ts').otelPage;
}
