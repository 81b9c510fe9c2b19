import { toDuration } from './duration.js';
import { hint } from './hint.js';
import type { SessionOptions, SessionPersistence } from './types.js';

/** What all who share a manager have asked for, in the units of the engine. */
export interface Asked extends Record<string, unknown> {
  persistence: SessionPersistence;
  cookieDomain?: string | null;
  authCookie?: string | null;
  maxDuration?: number;
  inactivityTimeout?: number;
  /** What was told since it was last looked at; null is a logout by the interface. */
  signedIn?: boolean | null;
}

/**
 * Takes over what one more of them asks for. `isFirst`: nothing has been looked at yet. Answers whether the session is to
 * be kept in another place than before.
 */
export function takeOver(asked: Asked, options: SessionOptions, isFirst: boolean): boolean {
  const { signedIn, persistence, cookieDomain, authCookie, maxDuration, inactivityTimeout } = options;
  const firstCounts = {
    cookieDomain,
    authCookie,
    maxDuration: toDuration('max-duration', maxDuration),
    inactivityTimeout: toDuration('inactivity-timeout', inactivityTimeout),
  };
  for (const [key, value] of Object.entries(firstCounts)) {
    if (value && value != (asked[key] ??= value)) hint('first-value', `${key}: ${value}`, 'warn', `using "${asked[key]}"`);
  }
  // Said in a fresh document or in the tab in front: a page in the background may say what was true an hour ago.
  if (!signedIn || isFirst || !document.hidden) asked.signedIn = signedIn ?? asked.signedIn;
  if (persistence == null || persistence == asked.persistence) return false;
  const isKnown = /^(cookie|tab|memory)$/.test(persistence);
  if (isKnown) asked.persistence = persistence;
  else hint('persistence', persistence);
  return isKnown;
}
