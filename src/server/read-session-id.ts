import { cookieName } from '../session/cookie-name.js';
import { isSessionId } from '../session/session-id.js';
import { headerOf, type RequestLike } from './request.js';

/** What {@link readSessionId} takes. */
export interface ReadOptions {
  /** Name of the cookie, as the badge has it. Default `diagnostic_session`. Names that carry logins are refused, with one error. */
  cookie?: string | null;
}

/**
 * The ID of the session that a request belongs to: from the cookie or, where there is no valid one, from W3C Baggage
 * (`session.id`, https://www.w3.org/TR/baggage/), which a page of another origin sends by `propagate`. Of several the first
 * valid one counts, as in the browser.
 *
 * What it answers has 8 to 64 characters of `A-Z a-z 0-9 _ -`, and may so be logged and written into a page as it is; anything
 * else that a visitor may send, of whatever length, is undefined. It is a name, never a credential: let it open nothing.
 * Throws a `TypeError` where what is given is no request.
 */
export function readSessionId(request: RequestLike, { cookie }: ReadOptions = {}): string | undefined {
  return (
    firstValid(headerOf(request, 'cookie').split(';'), cookieName(cookie)) ??
    firstValid(
      headerOf(request, 'baggage')
        .split(',')
        // What follows a semicolon are properties of the member.
        .map((member) => decoded(member.split(';')[0]!)),
      'session.id',
    )
  );
}

/** The first valid ID among pairs of that name. */
function firstValid(pairs: readonly string[], name: string): string | undefined {
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1).trim();
    if (pair.slice(0, at).trim() == name && isSessionId(value)) return value;
  }
  return undefined;
}

/** Percent-encoding may stand for any character of a baggage value. What is none is no ID either. */
function decoded(member: string): string {
  try {
    return decodeURIComponent(member);
  } catch {
    return '';
  }
}
