import { getSessionManager, type SessionSource } from '../session/index.js';
import { connect } from './connect.js';

/** What {@link connectSentry} needs of `import * as Sentry`. Sentry 10.32 was the first whose logs carry the scope's attributes. */
export interface SentrySdk {
  getGlobalScope(): {
    setTag(key: string, value: string | undefined): unknown;
    setContext(key: string, context: { [key: string]: unknown } | null): unknown;
    setAttributes?(attributes: { [key: string]: string }): unknown;
    removeAttribute?(key: string): unknown;
  };
}

/** What {@link sentrySource} needs of `import * as Sentry`: 10.50 or later, which tells when a replay begins and ends. */
export interface SentryReplaySdk {
  getReplay(): { getReplayId(): string | undefined } | undefined;
  getClient(): { on(hook: 'replayStart' | 'replayEnd', callback: () => void): () => void } | undefined;
}

const TAG = 'session.id';
const CONTEXT = 'diagnostic_session';

/**
 * Puts the ID on all that Sentry sends: the tag `session.id` and the context `diagnostic_session` (`id`, `started_at`) on errors,
 * messages, transactions, feedback and replays, the attribute `session.id` on logs, metrics and streamed spans. On the global
 * scope, so before or after `Sentry.init()`. Nothing of it while there is no session. Default: the page's own session. Ends by
 * what it returns, which takes it all off. Tried with @sentry/browser 11.12.
 */
export function connectSentry(Sentry: SentrySdk, manager = getSessionManager()): () => void {
  return connect(manager, (id) => {
    const scope = Sentry.getGlobalScope();
    const startedAt = manager.session?.startedAt;
    scope.setTag(TAG, id ?? undefined);
    scope.setContext(CONTEXT, id ? { id, started_at: startedAt ? new Date(startedAt).toISOString() : undefined } : null);
    if (id) scope.setAttributes?.({ [TAG]: id });
    else scope.removeAttribute?.(TAG);
  });
}

/**
 * Sentry's replay ID as the session, for teams that search by it: `badge.source = sentrySource(Sentry)`. There is none without a
 * replay: where the integration is missing, the page was not sampled, or the recording has stopped. A replay that is only kept in
 * case of an error has its ID already, but Sentry finds it only once it was sent. Call after `Sentry.init()`. Tried with
 * @sentry/browser 11.12.
 */
export function sentrySource(Sentry: SentryReplaySdk): SessionSource {
  return {
    getSessionId: () => Sentry.getReplay()?.getReplayId() ?? null,
    subscribe(changed) {
      const client = Sentry.getClient();
      const endings = [client?.on('replayStart', changed), client?.on('replayEnd', changed)];
      return () => endings.forEach((end) => end?.());
    },
  };
}
