import { factsAbout } from './facts.js';
import { sessionIdTime } from './session-id.js';

/** How much ahead of the clock a session may have begun, in ms: clocks differ. Beyond that it would live too long. */
const AHEAD = 6e5;
/** Unless the host says otherwise, in ms. */
const MAX_DURATION = 864e5;

/**
 * Whether a session is too old, or unused for too long, by the clock at this moment. `active`: when this page saw the
 * customer last, in ms since 1970.
 */
export function isExpired(
  name: string,
  id: string,
  active: number,
  maxDuration = MAX_DURATION,
  inactivityTimeout = Infinity,
): boolean {
  const now = Date.now();
  const began = sessionIdTime(id);
  // Asked for every request of a page, so read out of the storage only where that decides.
  const [, at = now, lastActive = now] = began && inactivityTimeout == Infinity ? [] : factsAbout(name, id);
  const idle = now - Math.max(lastActive > now + AHEAD ? 0 : lastActive, active);
  const age = now - (began ?? at);
  // Our own IDs know the second of their beginning, no more.
  return age < -AHEAD || age >= Math.max(maxDuration, 1000) || idle >= inactivityTimeout;
}
