import { getSessionManager, type SessionSource } from '../session/index.js';
import { connect, KEY } from './connect.js';

/** What {@link connectPostHog} needs of `posthog`. */
export interface PostHogSdk {
  register_for_session(properties: { [key: string]: string }): void;
  unregister_for_session(property: string): void;
  onSessionId(callback: () => void): () => void;
  sessionPersistence?: { flush?(): void };
}

/** What {@link postHogSource} needs of `posthog`. */
export interface PostHogSessionSdk {
  get_session_id(): string;
  onSessionId(callback: () => void): () => void;
}

/**
 * Puts the ID on every PostHog event as the property `session_badge_id`; replays are found by the `$session_id` of those events.
 * Taken off while there is no session. Default: the page's own session. Ends by what it returns. Call right after
 * `posthog.init()`, or in its `loaded`: what PostHog captures before carries no ID. Tried with posthog-js 1.449.
 */
export function connectPostHog(posthog: PostHogSdk, manager = getSessionManager()): () => void {
  if (!globalThis.document) return () => {};
  const tell = (id: string | null) => (id ? posthog.register_for_session({ [KEY]: id }) : posthog.unregister_for_session(KEY));
  const tellAgain = () => tell(manager.session?.id ?? null);
  const end = connect(manager, tell);
  // PostHog drops such properties at the end of its own session, and in `reset()`.
  const endSessionId = posthog.onSessionId(tellAgain);
  // It keeps them in the tab's sessionStorage, where the ID must not outlive the page: by the next one it may be dead. PostHog's own
  // handler, which sends `$pageleave`, came first; newer defaults of PostHog's write only when asked to, or too late.
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener('pagehide', () => (tell(null), posthog.sessionPersistence?.flush?.()), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && tellAgain(), { signal });
  return () => {
    endSessionId();
    controller.abort();
    end();
  };
}

/**
 * PostHog's session ID as the session: `badge.source = postHogSource(posthog)`. None where PostHog has no sessions (cookieless). Call
 * after `posthog.init()`. PostHog sees that its session is over (30 minutes without an event, 24 hours) with the next event. Tried
 * with posthog-js 1.449.
 */
export function postHogSource(posthog: PostHogSessionSdk): SessionSource {
  return {
    getSessionId: () => posthog.get_session_id() || null,
    subscribe: (changed) => posthog.onSessionId(() => changed()),
  };
}
