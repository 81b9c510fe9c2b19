import { datadogRum } from '@datadog/browser-rum-slim';

const COOKIE = '_dd_s_v2';

const sessionId = () => datadogRum.getInternalContext()?.session_id;

/** Datadog RUM, which begins a session only where the customer does something: here by a key that a script presses. */
Object.assign(globalThis, {
  async begin(intake: string) {
    datadogRum.init({
      clientToken: 'token',
      applicationId: 'bench',
      service: 'bench',
      proxy: `${intake}/rum`,
      telemetrySampleRate: 0,
      allowUntrustedEvents: true,
    } as Parameters<typeof datadogRum.init>[0]);
    while (!sessionId()) await new Promise((resolve) => setTimeout(resolve, 10));
  },
  sessionId,
  follow: (look: () => void) => setInterval(look, 5),
  touch: () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })),
  reset: () => (document.cookie = `${COOKIE}=; Path=/; Max-Age=0`),
  stored: () => /_dd_s_v2=.*?\bid=([\w-]+)/.exec(document.cookie)?.[1],
});
