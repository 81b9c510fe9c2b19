/** A page on which somebody else patches `fetch`, too: `?<who>&<before or after the trail>`. */
import { getWebInstrumentations, initializeFaro } from '@grafana/faro-web-sdk';
import * as Sentry from '@sentry/browser';
import { getSessionManager } from '../../../src/session/index.ts';
import { startTrail } from '../../../src/trail/index.ts';
import { addBadge } from './badge.ts';

const [who, order] = location.search.slice(1).split('&');
const others = {
  Sentry: () =>
    void Sentry.init({
      dsn: `${location.protocol}//key@${location.host}/1`,
      integrations: [Sentry.browserTracingIntegration()],
      tracesSampleRate: 1,
    }),
  Faro: () =>
    void initializeFaro({
      url: `${location.origin}/collect`,
      app: { name: 'shop' },
      batching: { sendTimeout: 50 },
      instrumentations: getWebInstrumentations({ captureConsole: false }),
    }),
};
const start = others[who as keyof typeof others];
if (order == 'before') start();
export const trail = startTrail({ endpoint: '/v1/logs', manager: getSessionManager() });
if (order == 'after') start();
addBadge();

/** What Sentry has noted of requests to there. */
const noted = (url: string): number =>
  Sentry.getIsolationScope()
    .getScopeData()
    .breadcrumbs.filter(({ category, data }) => category == 'fetch' && data?.url == url).length;

export const othersPage = { noted, trail };
declare global {
  var othersPage: typeof import('./trail-others.ts').othersPage;
}
