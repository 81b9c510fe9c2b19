import type { Asked } from './asked.js';
import { readCookie } from './cookie.js';
import { readFacts, type Facts } from './facts.js';

/**
 * Whether the customer has signed out since this was last looked at, by the host's word or by the `auth-cookie`, of
 * which it is only looked at whether it is there, never what it holds. `save` writes down what is known now.
 */
export function signedOut(name: string, asked: Asked, save: (facts: Facts) => void): boolean | undefined {
  const { authCookie, signedIn = authCookie && readCookie(authCookie)[2] != null } = asked;
  asked.signedIn = undefined;
  const was = readFacts(name).signedIn;
  if (signedIn !== undefined && was != signedIn) save({ signedIn: signedIn as boolean });
  return signedIn === null || (was && signedIn === false);
}
