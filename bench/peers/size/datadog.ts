import { datadogRum } from '@datadog/browser-rum-slim';

/** Datadog RUM without its recorder of sessions. */
datadogRum.init({ clientToken: 'token', applicationId: 'bench', service: 'bench' });
