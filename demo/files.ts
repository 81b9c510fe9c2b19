import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const demo = import.meta.dirname;
/** The shop's own script and style sheet, made by demo/vite.config.ts. */
const assets = join(demo, 'dist');
/** What the package publishes, made by the root vite.config.ts. */
const dist = join(demo, '../dist');

/** Which build is not there yet and how to make it, or undefined where all are there. */
export function missingBuild(): string | undefined {
  const needed = [
    [join(assets, 'shop.js'), 'vite build -c demo/vite.config.ts'],
    [join(assets, 'shop.css'), 'vite build -c demo/vite.config.ts'],
    [join(dist, 'cdn.js'), 'vite build --mode cdn'],
    [join(dist, 'server.js'), 'vite build --mode server'],
    [join(dist, 'desk/desk.js'), 'vite build -c vite.desk.config.ts --mode node'],
    [join(dist, 'desk/page/index.html'), 'vite build -c vite.desk.config.ts --mode page'],
  ] as const;
  const missing = needed.find(([file]) => !existsSync(file));
  return missing && `${missing[0]} is missing. Run "npm start", which builds it, or "npx ${missing[1]}".`;
}

/** Adds the files to the shop. */
export function serveFiles(shop: Hono): void {
  shop.get('/static.html', serveStatic({ path: join(demo, 'static.html') }));
  shop.get('/favicon.svg', serveStatic({ path: join(demo, 'favicon.svg') }));
  shop.get('/assets/*', serveStatic({ root: assets, rewriteRequestPath: (path) => path.replace('/assets', '') }));
  shop.get('/cdn/session-id-badge.js', serveStatic({ path: join(dist, 'cdn.js') }));
  // What that file names beside itself: its source map, and later its languages.
  shop.get('/cdn/*', serveStatic({ root: dist, rewriteRequestPath: (path) => path.replace('/cdn', '') }));
}
