import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beside the desk once it is built; this file may be in a folder of parts. */
const PAGE = ['./page/', '../page/', '../../dist/desk/page/']
  .map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
  .find((folder) => existsSync(`${folder}assets`));

/** Nothing but its own files, nothing that a record could have put there, no frame around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Every answer of the desk: a record may name anything, and nobody else is to learn of an ID in an address. */
export const headers: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Content-Security-Policy', POLICY);
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
  c.res.headers.set('Referrer-Policy', 'no-referrer');
  c.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  c.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
};

/** `/` and `/sessions/{id}`, the same page, which asks the API; and its files. Throws where the page has not been built. */
export function pageRoutes(): Hono {
  if (!PAGE) throw new Error('the page of the desk has not been built: run "npm run build"');
  const page = new Hono();
  const index = serveStatic({ path: `${PAGE}index.html` });
  page.get('/', index);
  page.get('/sessions/:id', index);
  page.get('/assets/*', serveStatic({ root: PAGE, onFound: (_path, c) => c.header('Cache-Control', 'no-cache') }));
  return page;
}
