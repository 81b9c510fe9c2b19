import { getSessionManager, type SessionSource } from '../session/index.js';
import { KEY } from './connect.js';

interface FaroItem {
  meta: { session?: { attributes?: { [key: string]: string } } };
}
type FaroHook = <Item extends FaroItem>(item: Item) => Item;

/** What {@link connectFaro} needs of what `initializeFaro()` returns. */
export interface FaroSdk {
  metas: { add(item: () => object): void; remove(item: () => object): void };
  transports: { addBeforeSendHooks(hook: FaroHook): void; removeBeforeSendHooks(hook: FaroHook): void };
}

/** What {@link faroSource} needs of what `initializeFaro()` returns. */
export interface FaroSessionSdk {
  api: { getSession(): { id?: string } | undefined };
  metas: {
    addListener(listener: (meta: { session?: object }) => void): void;
    removeListener(listener: (meta: { session?: object }) => void): void;
  };
}

/** Moves the ID to where receivers look for it. */
const toSessionAttribute: FaroHook = (item) => {
  const { [KEY]: id, ...meta } = item.meta as FaroItem['meta'] & { [KEY]?: string };
  if (!id) return item;
  return { ...item, meta: { ...meta, session: { ...meta.session, attributes: { ...meta.session?.attributes, [KEY]: id } } } };
};

/**
 * Puts the ID on every item that Faro records from now on, as the session attribute `session_badge_id` (in Loki
 * `session_attr_session_badge_id`). Faro keeps its own sessions. Nothing while there is no session. Default: the page's own
 * session. Ends by what it returns. Call right after `initializeFaro()`. Tried with @grafana/faro-web-sdk 2.12.
 */
export function connectFaro(faro: FaroSdk, manager = getSessionManager()): () => void {
  // Not as Faro's session ID, nor by `setSession()`: Faro would add the ID before (`previousSession`) to all items of the next session,
  // also after a logout, keep IDs in its storage, and begin a session of its own whenever there is none. A meta that is a
  // function is asked whenever an item is recorded, and survives Faro's renewals; items of one batch are parted by it.
  const meta = () => {
    const { session } = manager;
    return session ? { [KEY]: session.id } : {};
  };
  // Stays, also after the end, for the items that wait to be sent.
  faro.transports.removeBeforeSendHooks(toSessionAttribute);
  faro.transports.addBeforeSendHooks(toSessionAttribute);
  faro.metas.add(meta);
  return () => faro.metas.remove(meta);
}

/**
 * Faro's session ID as the session: `badge.source = faroSource(faro)`, where `faro` is what `initializeFaro()` returned. Faro sees
 * that its session is over (4 hours, or 15 minutes without an item) when it records the next item. Tried with
 * @grafana/faro-web-sdk 2.12.
 */
export function faroSource(faro: FaroSessionSdk): SessionSource {
  return {
    getSessionId: () => faro.api.getSession()?.id ?? null,
    subscribe(changed) {
      // Faro takes one session away before it sets the next; that moment is no change.
      const listener = ({ session }: { session?: object }) => session && changed();
      faro.metas.addListener(listener);
      return () => faro.metas.removeListener(listener);
    },
  };
}
