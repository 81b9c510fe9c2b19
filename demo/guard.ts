import type { MiddlewareHandler } from 'hono';
import { problemPage } from './pages/problem.ts';

/** The strictest policy that a site with its own scripts and styles can have: the badge must live with it. */
export const POLICY = "default-src 'self'";

/**
 * Every answer carries the policy, or one of its own. Pages forbid keeping them in their own header; files may be kept but
 * are asked for again.
 */
export const headers: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', POLICY);
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-cache');
};

/**
 * Refuses what would change something and comes from another site's page, as far as the browser says: on plain http
 * under another name than localhost there is no `Sec-Fetch-Site`, and `Origin` has to do. Programs that send neither
 * have no customer's cookies to abuse.
 */
export const ownPagesOnly: MiddlewareHandler = async (c, next) => {
  if (/^(GET|HEAD)$/.test(c.req.method) || fromOwnPage(c.req.raw)) return next();
  return problemPage(c, 403);
};

function fromOwnPage({ url, headers }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site && site != 'same-origin' && site != 'none') return false;
  const origin = headers.get('Origin');
  // Hosts only: behind a proxy that speaks https, the scheme that is seen here is not the browser's.
  return !origin || (URL.canParse(origin) && new URL(origin).host == new URL(url).host);
}
