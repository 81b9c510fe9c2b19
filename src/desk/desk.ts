import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { isLoopback } from './guard/host.ts';
import { openStore } from './store/open-store.ts';
import { keepFor } from './store/retention.ts';

const DAY = 24 * 3_600_000;
/** How long a request may take to come, and how often that is looked at, ms: who sends slowly keeps memory from others. */
const SLOWEST = { requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

export interface DeskOptions {
  /** Default: 4318, where OTLP senders look by themselves. 0: any. */
  readonly port?: number;
  /** The address to listen on. Default: 127.0.0.1, so that nobody but this machine can ask. Any other needs a `token`. */
  readonly host?: string;
  /** The SQLite file. Default: `desk.sqlite`, in the current folder. */
  readonly file?: string;
  /** `postgres://…`: keep records there, and in no file. */
  readonly databaseUrl?: string | undefined;
  /** What look-ups and erasure need. Senders need none; those that show it are kept to no rate. */
  readonly token?: string | undefined;
  /** How long records are kept, ms. Default: 7 days. */
  readonly retention?: number;
  /** Origins whose pages may send, such as `https://shop.example`. Default: those of this machine on loopback, else none. */
  readonly origins?: readonly string[];
  /** Names beside `localhost` and addresses under which the desk can be reached. */
  readonly hosts?: readonly string[];
  /** Whether a proxy of yours stands before it, and says who is asking in `X-Forwarded-For`. Default: false. */
  readonly trustsProxy?: boolean;
  /** Where to say what takes long. Default: nowhere. */
  readonly log?: (line: string) => void;
}

export interface Desk {
  /** `http://localhost:4318` */
  readonly url: string;
  /** `POST /v1/logs` by itself, for another site of this process. */
  readonly intake: Hono;
  /** Writes what waits, and ends. */
  close(): Promise<void>;
}

const isLoopbackOrigin = (origin: string) => URL.canParse(origin) && isLoopback(new URL(origin).hostname);

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Rejects with an `Error` that says what is wrong: an address beyond this machine without a token, a port in use, a file that is no desk's, a database that does not answer. */
export async function startDesk({
  port = 4318,
  host = '127.0.0.1',
  file = 'desk.sqlite',
  databaseUrl,
  token,
  retention = 7 * DAY,
  origins,
  hosts = [],
  trustsProxy = false,
  log = () => {},
}: DeskOptions = {}): Promise<Desk> {
  if (!isLoopback(host) && !token) {
    throw new Error(
      `${host} can be reached from other machines: set DESK_TOKEN to a secret of your own, which look-ups then need`,
    );
  }
  const store = await openStore({ file, databaseUrl });
  const allowsOrigin = origins
    ? (origin: string) => origins.includes(origin)
    : (origin: string) => isLoopback(host) && isLoopbackOrigin(origin);
  const { app, intake } = createApp({ store, retention, token: token || undefined, allowsOrigin, hosts, trustsProxy });
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: SLOWEST }) as Server;
  let given: number;
  try {
    given = await listen(server, port, host);
  } catch (error) {
    await store.close();
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(code == 'EADDRINUSE' ? `port ${port} of ${host} is in use: name another one, --port` : message, {
      cause: error,
    });
  }
  const stopKeeping = keepFor(store, retention, { log });
  const name = host == '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${given}`,
    intake,
    async close() {
      stopKeeping();
      const closed = new Promise((resolve) => server.close(resolve));
      // Streams go on for as long as they like.
      server.closeAllConnections();
      await closed;
      await store.close();
    },
  };
}
