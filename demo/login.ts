import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { randomBytes } from 'node:crypto';

/** The login cookie. No script can read it, so no script, the badge's included, notices when it goes. */
export const LOGIN_COOKIE = 'shop_login';
/** How many logins are kept; the oldest go. */
const MOST = 1000;

/** Who is logged in, by the cookie's value. */
const names = new Map<string, string>();

/** The name of the customer, or undefined where nobody is logged in. */
export const nameOf = (c: Context): string | undefined => names.get(getCookie(c, LOGIN_COOKIE) ?? '');

/** Ends the login on the server. */
export const forgetLogin = (c: Context): boolean => names.delete(getCookie(c, LOGIN_COOKIE) ?? '');

/** Lets the customer in under that name. */
export function logIn(c: Context, name: string): void {
  forgetLogin(c);
  // New at every login, so that nobody can plant one beforehand.
  const token = randomBytes(24).toString('base64url');
  names.set(token, name);
  if (names.size > MOST) names.delete(names.keys().next().value!);
  setCookie(c, LOGIN_COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/' });
}

/** Ends the login here and in the browser. The badge's cookie stays: the badge notices by itself, from `signed-in`. */
export function logOut(c: Context): void {
  forgetLogin(c);
  deleteCookie(c, LOGIN_COOKIE, { path: '/' });
}
