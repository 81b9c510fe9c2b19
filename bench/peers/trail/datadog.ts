import { datadogRum } from '@datadog/browser-rum-slim';

/** Datadog RUM without its recorder of sessions. */
Object.assign(globalThis, {
  begin: (intake: string) =>
    datadogRum.init({
      clientToken: 'token',
      applicationId: 'bench',
      service: 'bench',
      proxy: `${intake}/rum`,
      telemetrySampleRate: 0,
    }),
});
