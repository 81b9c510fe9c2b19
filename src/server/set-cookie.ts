import { cookieName } from '../session/cookie-name.js';
import { mintSessionId } from '../session/session-id.js';
import { isSecure, type RequestLike } from './request.js';

/** How the cookie is set; as the badge of the site has it. */
export interface CookieOptions {
  /** Name of the cookie. Default `diagnostic_session`. Names that carry logins are refused, with one error. */
  cookie?: string | null;
  /** Its `Domain`, for subdomains that share a session. Default: the host that answers only. */
  cookieDomain?: string | null;
  /**
   * Whether it is `Secure`, and so not seen on plain http. Default: as the request came in, by its URL, its socket or, behind a
   * proxy, by `X-Forwarded-Proto`.
   */
  secure?: boolean;
}

/** A session that has just begun. */
export interface NewSession {
  /** Its ID: 16 characters. */
  readonly id: string;
  /** The value of the `Set-Cookie` header that begins it in the browser. */
  readonly setCookie: string;
}

/**
 * Begins a new session in answer to that request: at a logout, or where a server is first to need an ID. The badges on
 * the site's pages find it in the cookie, and go along: they make no second one. Append `setCookie` to the headers of an
 * answer that no cache keeps. Throws a `TypeError` for a `cookieDomain` that is none.
 */
export function renewSession(request: RequestLike, options: CookieOptions = {}): NewSession {
  const id = mintSessionId(Date.now());
  return { id, setCookie: setCookie(request, id, options) };
}

/**
 * The value of the `Set-Cookie` header that takes the ID out of the browser, for a customer who withdraws consent. Where a
 * badge is on an open page that has not been told (`persistence="memory"`), it answers with a new session; at a logout use
 * {@link renewSession}. Throws a `TypeError` for a `cookieDomain` that is none.
 */
export function endSession(request: RequestLike, options: CookieOptions = {}): string {
  return setCookie(request, '', options) + '; Max-Age=0';
}

// Not HttpOnly: the badge shows it.
function setCookie(request: RequestLike, value: string, { cookie, cookieDomain, secure }: CookieOptions): string {
  const name = cookieName(cookie);
  if (cookieDomain && !/^\.?[\w-]+(\.[\w-]+)*$/.test(cookieDomain)) {
    throw new TypeError(`session-id-badge: cookieDomain "${cookieDomain}" is no domain: use one like "shop.example"`);
  }
  const domain = cookieDomain ? `; Domain=${cookieDomain}` : '';
  // Browsers take the prefixed names with it only.
  const isMarkedSecure = secure ?? (/^__(Host|Secure)-/i.test(name) || isSecure(request));
  return `${name}=${value}; Path=/; SameSite=Lax${domain}${isMarkedSecure ? '; Secure' : ''}`;
}
