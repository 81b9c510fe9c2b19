import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><body></body></html>';

/** Isolated, `performance.now()` is exact to 5 µs instead of 100. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
};

/** Serves a blank page, and what our one file loads on demand. `localhost` is a secure context, as https is. */
export async function serve(): Promise<{ origin: string; close: () => void }> {
  const server = createServer(({ url = '' }, response) => {
    const file = /^\/(?:chunks|locales)\/\w+\.js$/.exec(url)?.[0];
    response.writeHead(200, { ...headers, 'Content-Type': file ? 'text/javascript' : 'text/html' });
    response.end(file ? readFileSync(`${import.meta.dirname}/../dist${file}`) : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => void server.close() };
}
