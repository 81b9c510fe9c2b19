import type { MiddlewareHandler } from 'hono';
import { isIP } from 'node:net';

/** Whether that name or address is this machine itself. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);

/** The name of a `Host` header, without port and brackets. Undefined where it is none. */
function nameOf(header: string | undefined): string | undefined {
  if (!header || !URL.canParse(`http://${header}`)) return undefined;
  return new URL(`http://${header}`).hostname.replace(/^\[|\]$/g, '');
}

/**
 * Refuses requests for names that are not this desk's. A page that has let its own name lead to this address (DNS rebinding) is of
 * the desk's origin for its browser, but for the name; addresses cannot be made to lead elsewhere.
 */
export function ownHostsOnly(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const name = nameOf(c.req.header('Host'));
    if (name && (isLoopback(name) || isIP(name) || hosts.includes(name))) return next();
    return c.json({ message: `the desk is not known by this name: start it with --allow-host ${name ?? '<name>'}` }, 403);
  };
}

/** Refuses what would change something and comes from another site's page, as far as the browser says. Programs say nothing. */
export const ownPagesOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const isOwn =
    (!site || site == 'same-origin' || site == 'none') &&
    // The scheme that is seen here is not the browser's behind a proxy that speaks https.
    (!origin || (URL.canParse(origin) && new URL(origin).host == c.req.header('Host')));
  if (isOwn || /^(GET|HEAD)$/.test(c.req.method)) return next();
  return c.json({ message: 'only pages of the desk itself may ask for that' }, 403);
};
