import { datadogRum } from '@datadog/browser-rum';

/** Datadog RUM that traces every request to that origin; what it sends goes to the page's own server, which takes anything. */
Object.assign(globalThis, {
  async install(origin: string) {
    datadogRum.init({
      clientToken: 'token',
      applicationId: 'bench',
      service: 'bench',
      proxy: `${location.origin}/rum`,
      allowedTracingUrls: [origin],
      traceSampleRate: 100,
      sessionReplaySampleRate: 0,
      telemetrySampleRate: 0,
    });
    // Before its session has begun it traces nothing.
    while (!datadogRum.getInternalContext()?.session_id) await new Promise((resolve) => setTimeout(resolve, 10));
  },
});
