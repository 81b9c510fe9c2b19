import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><body></body></html>';

/** Isolated, `performance.now()` is exact to 5 µs instead of 100. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
};

/** For another origin: anybody may ask anything, and has asked for the permission once. */
const shared = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '7200',
  'Timing-Allow-Origin': '*',
  'Cache-Control': 'no-store',
};

/** What the other origin answers: the headers that came, and how many permissions it has been asked for so far. */
export interface Echo {
  readonly headers: Readonly<Record<string, string>>;
  readonly preflights: number;
}

/** What one page has sent, to an address of its own. */
export interface Intake {
  readonly url: string;
  readonly bodies: readonly Buffer[];
  /** Leaves requests without an answer, and their bodies unread. */
  isDown: boolean;
}

async function listen(listener: RequestListener): Promise<{ port: number; close: () => void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

/**
 * Serves a blank page, and what our one file loads on demand, and takes what a page sends; on another origin, what came. `localhost` is a secure context, as
 * https is.
 */
export async function serve(): Promise<{ origin: string; other: string; openIntake: () => Intake; close: () => void }> {
  const intakes: (Intake & { readonly bodies: Buffer[] })[] = [];
  const pages = await listen((request, response) => {
    const { url = '' } = request;
    const intake = intakes[Number(/^\/intake\/(\d+)\//.exec(url)?.[1])];
    if (intake?.isDown) return request.destroy();
    if (intake) {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        intake.bodies.push(Buffer.concat(chunks));
        response.writeHead(200, { ...headers, 'Content-Type': 'application/json' });
        response.end('{}');
      });
      return;
    }
    const file = /^\/(?:chunks|locales)\/\w+\.js$/.exec(url)?.[0];
    response.writeHead(200, { ...headers, 'Content-Type': file ? 'text/javascript' : 'text/html' });
    response.end(file ? readFileSync(`${import.meta.dirname}/../dist${file}`) : PAGE);
  });
  let preflights = 0;
  const echo = await listen(({ method, headers }, response) => {
    const isPreflight = method == 'OPTIONS';
    preflights += Number(isPreflight);
    response.writeHead(isPreflight ? 204 : 200, { ...shared, 'Content-Type': 'application/json' });
    response.end(isPreflight ? undefined : JSON.stringify({ headers, preflights }));
  });
  const origin = `http://localhost:${pages.port}`;
  return {
    origin,
    other: `http://localhost:${echo.port}`,
    openIntake() {
      const intake = { url: `${origin}/intake/${intakes.length}`, bodies: [], isDown: false };
      intakes.push(intake);
      return intake;
    },
    close() {
      pages.close();
      echo.close();
    },
  };
}
