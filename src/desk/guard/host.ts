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
  const names = hosts.map(nameOf);
  return async (c, next) => {
    const name = nameOf(c.req.header('Host'));
    if (name && (isLoopback(name) || isIP(name) || names.includes(name))) return next();
    return c.json({ message: `the desk is not known by this name: start it with --allow-host ${name ?? '<name>'}` }, 403);
  };
}

/** Refuses what asks the API and comes from another site's page, as far as the browser says. Programs say nothing. */
export const ownPagesOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  // The browser's own word counts first: behind a proxy neither scheme nor name nor port need be what it sees.
  const isOwn = site
    ? site == 'same-origin' || site == 'none'
    : !origin || (URL.canParse(origin) && new URL(origin).host == c.req.header('Host'));
  // Links from elsewhere lead to the page, and it asks for itself.
  if (isOwn || (/^(GET|HEAD)$/.test(c.req.method) && !c.req.path.startsWith('/api/'))) return next();
  return c.json({ message: 'only pages of the desk itself may ask for that' }, 403);
};
