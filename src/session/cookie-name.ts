import { hint } from './hint.js';

/** The cookie that holds the ID unless the host names another. */
const DEFAULT_COOKIE = 'diagnostic_session';

/**
 * What no name here may have, and names that are known, or look, as if they carried a login, which this package must
 * never put on a page. A name that says `diagnostic` may look like that.
 */
const REFUSED = /[^\w.-]|^$|^(?!.*diagnostic).*((\bsid|^laravel_session)$|sess(ion)?_?id|token|auth|jwt|login)/i;

/** The name to use: the one given, or the default and one clear error where that one is refused. */
export function cookieName(given?: string | null): string {
  if (given == null || !REFUSED.test(given)) return given ?? DEFAULT_COOKIE;
  hint('cookie-name', given);
  return DEFAULT_COOKIE;
}
