import { hint } from '../session/hint.js';

/** The header of W3C Baggage, https://www.w3.org/TR/baggage/. */
export const BAGGAGE = 'baggage';

/** Beyond these, in members and in bytes (a header has one a character), servers may drop any of them: section 3.3.2 there. */
const MOST_MEMBERS = 64;
const MOST_BYTES = 8192;

/**
 * What to append to a request's baggage so that it carries the ID; undefined where it does already, where there is none, or
 * where that would be too much. What is there, broken or not, is others' and stays as it is. An ID needs no encoding.
 */
export function memberFor(id: string | null, headers?: Headers): string | undefined {
  const member = `session.id=${id}`;
  const baggage = headers?.get(BAGGAGE) ?? '';
  const members = baggage.split(/\s*,\s*/);
  if (!id || members.includes(member)) return undefined;
  // Headers are joined by a comma and a space.
  if (members.length < MOST_MEMBERS && `${baggage}, ${member}`.length <= MOST_BYTES) return member;
  hint(BAGGAGE, 'session.id', 'warn', 'too long');
  return undefined;
}
