import type { Asked } from './asked.js';
import { readCookie } from './cookie.js';
import { readFacts, type Facts } from './facts.js';
import { sessionIdTime } from './session-id.js';

/** How long after a server has begun a session for it a page may say that the customer has signed out, in ms. */
const PATIENCE = 6e4;

/**
 * Whether the customer has signed out since this was last looked at, by the host's word or by the `auth-cookie`, of
 * which it is only looked at whether it is there, never what it holds. `save` writes down what is known now.
 */
export function signedOut(name: string, asked: Asked, save: (facts: Facts) => void): boolean | undefined {
  const { authCookie, signedIn = authCookie && readCookie(authCookie)[2] != null } = asked;
  asked.signedIn = undefined;
  // Storage is slow to open: it is left alone where nothing depends on it.
  if (signedIn === undefined) return;
  const was = readFacts(name).signedIn;
  if (was != signedIn) save({ signedIn: signedIn as boolean });
  return signedIn === null || (was && signedIn === false);
}

/**
 * Whether the ID that a page finds is the server's own answer to the sign-out, a new session already: no page has noted
 * since when it is there, and one of our own began within a minute.
 */
export const isServersAnswer = (id?: string, since?: number): unknown =>
  id && !since && (sessionIdTime(id) ?? Infinity) > Date.now() - PATIENCE;
