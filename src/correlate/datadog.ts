import { getSessionManager, type SessionSource } from '../session/index.js';
import { connect, KEY } from './connect.js';
import { poll } from './poll.js';

/** What {@link connectDatadog} needs of `datadogRum` or `datadogLogs`. */
export interface DatadogSdk {
  setGlobalContextProperty(key: string, value: string): void;
  removeGlobalContextProperty(key: string): void;
}

/** What {@link datadogSource} needs of `datadogRum` or `datadogLogs`. */
export interface DatadogSessionSdk {
  getInternalContext(): { session_id?: string | undefined } | undefined;
}

/**
 * Puts the ID on every event of Datadog RUM (`@context.session_badge_id`) or every log (`@session_badge_id`), as a global context
 * property; call it for each of the two. Before or after `init()`: before it nothing is sent without. Taken off while there is no
 * session. Default: the page's own session. Ends by what it returns. Not with `storeContextsAcrossPages`, by which Datadog would
 * keep the ID in localStorage beyond its session. Tried with @datadog/browser-rum and browser-logs 7.16.
 */
export function connectDatadog(sdk: DatadogSdk, manager = getSessionManager()): () => void {
  return connect(manager, (id) => (id ? sdk.setGlobalContextProperty(KEY, id) : sdk.removeGlobalContextProperty(KEY)));
}

/**
 * Datadog's session ID as the session: `badge.source = datadogSource(datadogRum)`. None before Datadog has started, in sessions
 * that it does not sample, and between the end of one and the customer's next click, key or scroll. Datadog tells no change: a new
 * ID is seen within a second. Tried with @datadog/browser-rum and browser-logs 7.16.
 */
export function datadogSource(sdk: DatadogSessionSdk): SessionSource {
  return { getSessionId: () => sdk.getInternalContext()?.session_id ?? null, subscribe: poll };
}
