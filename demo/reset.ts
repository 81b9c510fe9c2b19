import type { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { BASKET_COOKIE } from './basket.ts';
import { forgetLogin, LOGIN_COOKIE } from './login.ts';
import { PLAYGROUND_COOKIE } from './playground-attributes.ts';
import { DIR_COOKIE, LANG_COOKIE } from './visit.ts';

/** The cookies of this site: the shop's own, and the badge's. */
const KNOWN = [LOGIN_COOKIE, BASKET_COOKIE, LANG_COOKIE, DIR_COOKIE, 'diagnostic_session', PLAYGROUND_COOKIE];

/** Whether browsers obey `Clear-Site-Data` here: only from https, and from the machine itself. */
const isTrusted = ({ protocol, hostname }: URL) =>
  protocol == 'https:' || /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost)$/.test(hostname);

export function resetRoutes(shop: Hono): void {
  shop.post('/reset', (c) => {
    forgetLogin(c);
    // Never both: the second would take away the cookie that the badge has made after the first.
    if (isTrusted(new URL(c.req.url))) c.header('Clear-Site-Data', '"cookies"');
    else for (const name of KNOWN) deleteCookie(c, name, { path: '/' });
    return c.body(null, 204);
  });
}
