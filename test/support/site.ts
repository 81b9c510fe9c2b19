import { readFile } from 'node:fs/promises';
import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { certificate } from '../../tools/certificate.ts';

const DIST = path.join(import.meta.dirname, '..', '..', 'dist');

export interface Reply {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string;
}

/** HTML, more than that, or a function that answers a request. */
export type Route = string | Reply | ((request: IncomingMessage) => string | Reply | Promise<string | Reply>);

export interface Site {
  /** `http://localhost:<port>`, or with https. */
  readonly url: string;
  /** The same site under another name, which the browser must have been started with. */
  at(host: string): string;
  /** Every request so far. */
  readonly requests: readonly { method: string; path: string; headers: IncomingHttpHeaders }[];
  close(): void;
}

/** A whole page that has the built badge on it. */
export const page = (body: string, head = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>shop</title>
<link rel="icon" href="data:,">
<script type="module" src="/dist/cdn.js"></script>
${head}
</head>
<body>
${body}
</body>
</html>`;

async function dist(pathname: string): Promise<Reply> {
  const file = path.join(DIST, pathname);
  // As a CDN does: pages of other origins may load it.
  const headers = {
    'access-control-allow-origin': '*',
    'content-type': file.endsWith('.js') ? 'text/javascript' : 'application/json',
  };
  try {
    return { headers, body: await readFile(file, 'utf8') };
  } catch {
    return { status: 404, body: `no ${file}: has "npm run build" been run?` };
  }
}

/**
 * A site for the stories: the routes, and what was built under /dist/. Its pages are not `no-store`, which would keep
 * them out of bfcache.
 */
export async function startSite({
  routes = {},
  secure = false,
}: { routes?: Record<string, Route>; secure?: boolean } = {}): Promise<Site> {
  const requests: { method: string; path: string; headers: IncomingHttpHeaders }[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url!, 'http://localhost');
    requests.push({ method: request.method!, path: request.url!, headers: request.headers });
    const route =
      routes[pathname] ??
      (pathname.startsWith('/dist/') ? await dist(pathname.slice('/dist/'.length)) : { status: 404, body: '404' });
    const reply = typeof route == 'function' ? await route(request) : route;
    const { status = 200, headers = {}, body = '' } = typeof reply == 'string' ? { body: reply } : reply;
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...headers })
      .end(body);
  }
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  };

  const server = secure ? https.createServer(certificate(), listener) : http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = (host: string) => `${secure ? 'https' : 'http'}://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url: at('localhost'),
    at,
    requests,
    close: () => (server.close(), server.closeAllConnections()),
  };
}
