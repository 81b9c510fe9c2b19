import { getSessionManager, type SessionManager } from '../session/index.js';
import { memberFor } from './baggage.js';
import { listedIn, originsOf } from './origins.js';
import { patchFetch } from './patch-fetch.js';
import { patchXhr } from './patch-xhr.js';

/** What {@link propagate} takes. */
export interface PropagateOptions {
  /**
   * Who gets the ID: origins such as `https://api.example`, and `self` for the page's own, where its server reads baggage
   * rather than the cookie. Nobody else does; a redirect by one of these takes the header along, as `fetch` does with any.
   */
  to: readonly string[];
  /** Whose ID it is. Default: the manager of the page's session, with the default cookie. */
  manager?: SessionManager;
}

/** Whether requests to that URL, relative to the page, carry the ID. */
export type Lists = (url: string | URL) => boolean;

/** What to append to the baggage in these headers; undefined where there is no session, or nothing to append. */
export type MemberFor = (headers?: Headers) => string | undefined;

/**
 * From now on requests by `fetch` and `XMLHttpRequest` to the listed origins say which session they belong to: by the
 * member `session.id` of W3C Baggage (https://www.w3.org/TR/baggage/), which OpenTelemetry's stock baggage processors put on
 * spans and logs. It joins the baggage that is there, within the standard's 64 members and 8192 bytes, else is left out, with
 * one warning; so it is while there is no session. Other origins must allow the header: `Access-Control-Allow-Headers: baggage`.
 *
 * Returns what ends that. Throws a `TypeError` for what is no origin. On a server it does nothing.
 */
export function propagate({ to, manager }: PropagateOptions): () => void {
  if (!globalThis.document) return () => {};
  const origins = originsOf(to);
  const source = manager ?? getSessionManager();
  const asked = [listedIn(origins), (headers?: Headers) => memberFor(source.getSessionId(), headers)] as const;
  const endings = [patchFetch(...asked), ...patchXhr(...asked)];
  return () => {
    // Whoever has patched after us goes on calling what we put there: it lists nobody any more.
    origins.length = 0;
    endings.forEach((end) => end());
  };
}
