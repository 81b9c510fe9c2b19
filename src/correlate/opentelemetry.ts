import type { SessionObserver, SessionSource } from '../session/index.js';

/** What {@link openTelemetrySource} needs: OpenTelemetry's `SessionProvider & SessionPublisher`. */
export interface OpenTelemetrySessions {
  getSessionId(): string | null;
  addObserver(observer: Required<SessionObserver>): void;
}

/**
 * The session of OpenTelemetry's own session manager, from `@opentelemetry/web-common` or `@opentelemetry/browser-sdk/session`:
 * `badge.source = openTelemetrySource(sessions)`. Call after `await sessions.start()`: asked before, it begins a session of its own,
 * which `start()` then replaces untold. Tried with web-common 0.300 and browser-sdk 0.4.
 *
 * The other way needs no code: a SessionManager of this package is a `SessionProvider & SessionPublisher`.
 */
export function openTelemetrySource(sessions: OpenTelemetrySessions): SessionSource {
  return {
    getSessionId: () => sessions.getSessionId(),
    subscribe(changed) {
      // OpenTelemetry's observers cannot be removed.
      let isEnded = false;
      // A microtask later: web-common tells its observers before it answers with the new ID, and would begin yet another session.
      const onSessionStarted = () => queueMicrotask(() => isEnded || changed());
      // The end tells nothing: the session is still there until the next one starts.
      sessions.addObserver({ onSessionStarted, onSessionEnded: () => {} });
      return () => void (isEnded = true);
    },
  };
}
