import { initializeFaro, type Faro } from '@grafana/faro-web-sdk';

const KEY = 'com.grafana.faro.session';

let faro: Faro;

/** Faro with its session where all tabs have it; it looks there whenever it records something, once a second at most. */
Object.assign(globalThis, {
  begin(intake: string) {
    faro = initializeFaro({
      url: `${intake}/collect`,
      app: { name: 'bench', version: '1.0.0' },
      sessionTracking: { enabled: true, persistent: true },
    });
  },
  sessionId: () => faro.api.getSession()?.id,
  follow: (look: () => void) => setInterval(look, 5),
  touch: () => faro.api.pushEvent('touch', { at: String(performance.now()) }),
  reset: () => localStorage.removeItem(KEY),
  stored: () => (JSON.parse(localStorage.getItem(KEY) ?? '{}') as { sessionId?: string }).sessionId,
});
