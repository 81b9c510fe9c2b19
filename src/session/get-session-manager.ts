import { cookieName } from './cookie-name.js';
import { createCookieSession } from './cookie-session.js';
import { NAME } from './hint.js';
import { createHostSession } from './host-session.js';
import { createPublisher } from './publisher.js';
import type { ConfigurableManager, SessionManager, SessionOptions, SessionSource } from './types.js';

/** What the bundles of this package on one page share; the number changes when they no longer could. */
const SLOT = NAME + 1;
type Slot = Map<string | SessionSource, ConfigurableManager>;

/**
 * The manager of the session: one per cookie name (or source) and page, also where two bundles of this package meet.
 * Called again, it takes what the first call left open. On a server it answers a manager that never has a session.
 */
export function getSessionManager(options: SessionOptions = {}): SessionManager {
  if (!globalThis.document)
    return createPublisher(
      async () => null as never,
      () => {},
    )[0];
  const managers: Slot = ((globalThis as unknown as Record<string, Slot>)[SLOT] ??= new Map());
  const { source } = options;
  const key = source ?? cookieName(options.cookie);
  let manager = managers.get(key);
  if (!manager) managers.set(key, (manager = source ? createHostSession(source) : createCookieSession(key as string)));
  manager.configure(options);
  return manager;
}
