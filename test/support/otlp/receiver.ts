import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from '../../../tools/certificate.ts';
import { createInbox, type Inbox, type InboxOptions } from './inbox.ts';

export type { LogRecord } from './flatten.ts';
export type { Answer } from './inbox.ts';
export type { Received } from './receive.ts';

export interface ReceiverOptions extends InboxOptions {
  /** Default: a free one. */
  port?: number;
  /** https, with the certificate that the browsers are told to accept. */
  secure?: boolean;
}

/** An inbox with a server of its own, on loopback. */
export interface Receiver extends Inbox {
  /** Where to send logs to: `http://localhost:<port>/v1/logs`, or with https. */
  readonly url: string;
  readonly origin: string;
  /** Stops listening and cuts all connections: senders are refused, until `up`. */
  down(): Promise<void>;
  /** Listens again, on the same port. */
  up(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a receiver of OTLP logs. Have the tests end with `assertClean()`. */
export async function startReceiver({ port = 0, secure = false, ...options }: ReceiverOptions = {}): Promise<Receiver> {
  const inbox = createInbox(options);
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (new URL(request.url!, 'http://localhost').pathname == '/v1/logs') void inbox.handleLogs(request, response);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found');
  };
  const server = secure ? https.createServer(certificate(), listener) : http.createServer(listener);

  async function up(): Promise<void> {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  }
  async function down(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  await up();
  const origin = `${secure ? 'https' : 'http'}://localhost:${port}`;
  // Not spread: what it has is asked for anew each time.
  return Object.defineProperties({ url: `${origin}/v1/logs`, origin, down, up, close: down } as Receiver, {
    ...Object.getOwnPropertyDescriptors(inbox),
  });
}
