import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Server } from 'node:http';

/** How many ports to try, from the wished one upwards. */
const TRIES = 20;
/** Both names of this machine: which one a browser takes `localhost` for differs, and nobody else needs to reach the demo. */
const HOSTS = ['127.0.0.1', '::1'];

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Lets the app answer on that port of this machine, or on the next free one; port 0 means any. */
export async function listen({ fetch }: Hono, port: number): Promise<Listening> {
  for (let tries = 0; ; tries++) {
    const servers: Server[] = [];
    const close = async () => void (await Promise.all(servers.map(stop)));
    try {
      let given = port && port + tries;
      for (const host of HOSTS) {
        const server = createAdaptorServer({ fetch }) as Server;
        try {
          given = await bind(server, host, given);
          servers.push(server);
        } catch (error) {
          // A machine without IPv6 has one door less.
          if (!servers.length || codeOf(error) == 'EADDRINUSE') throw error;
        }
      }
      return { port: given, close };
    } catch (error) {
      await close();
      if (codeOf(error) != 'EADDRINUSE' || tries >= TRIES) throw error;
    }
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as { port: number }).port));
  });
}

function stop(server: Server): Promise<unknown> {
  const stopped = new Promise((resolve) => server.close(resolve));
  // Browsers keep theirs open for as long as they like.
  server.closeAllConnections();
  return stopped;
}
