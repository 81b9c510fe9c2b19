import { cookieName } from '../session/cookie-name.js';
import { isSessionId, sessionIdTime } from '../session/session-id.js';
import { headerOf, type RequestLike } from './request.js';

/** What {@link readSessionId} takes. */
export interface ReadOptions {
  /** Name of the cookie, as the badge has it. Default `diagnostic_session`. Names that carry logins are refused, with one error. */
  cookie?: string | null;
}

/**
 * The ID of the session that a request belongs to: from the cookie or, where there is no valid one, from W3C Baggage
 * (`session.id`, https://www.w3.org/TR/baggage/), which a page of another origin sends by `propagate`. Of several cookies the
 * first valid one counts, as in the browser; of several members one that was made here, else the first valid one.
 *
 * What it answers has 8 to 64 characters of `A-Z a-z 0-9 _ -`, and may so be logged and written into a page as it is; anything
 * else that a visitor may send, of whatever length, is undefined. It is a name, never a credential: let it open nothing.
 * Throws a `TypeError` where what is given is no request.
 */
export function readSessionId(request: RequestLike, { cookie }: ReadOptions = {}): string | undefined {
  const [inCookie] = validIds(headerOf(request, 'cookie').split(';'), cookieName(cookie));
  if (inCookie) return inCookie;
  const members = headerOf(request, 'baggage').split(',');
  // What follows a semicolon are properties of the member.
  const ids = validIds(
    members.map((member) => decoded(member.split(';')[0]!)),
    'session.id',
  );
  // Datadog's browser SDK says its own session by the same name, before or after ours.
  return ids.find((id) => sessionIdTime(id) != null) ?? ids[0];
}

/** The valid IDs among pairs of that name, in order. */
const validIds = (pairs: readonly string[], name: string): string[] =>
  pairs.flatMap((pair) => {
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1).trim();
    return pair.slice(0, at).trim() == name && isSessionId(value) ? value : [];
  });

/** Percent-encoding may stand for any character of a baggage value. What is none is no ID either. */
function decoded(member: string): string {
  try {
    return decodeURIComponent(member);
  } catch {
    return '';
  }
}
