import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { missingBuild } from './files.ts';
import { createShop } from './shop.ts';

/** How many ports to try, from the wished one upwards. */
const TRIES = 20;
/** Both names of this machine: which one a browser takes `localhost` for differs, and nobody else needs to reach the demo. */
const HOSTS = ['127.0.0.1', '::1'];

export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the shop on that port, or on the next free one; port 0 means any. Reachable from this machine only, under
 * whatever name leads to it.
 */
export async function startShop({ port = 4173 } = {}): Promise<Running> {
  const missing = missingBuild();
  if (missing) throw new Error(missing);
  for (let wished = port; ; wished++) {
    const servers: Server[] = [];
    const close = async () => void (await Promise.all(servers.map(stop)));
    try {
      let given = wished;
      const { fetch } = createShop();
      for (const host of HOSTS) {
        const server = createAdaptorServer({ fetch }) as Server;
        try {
          given = await listen(server, host, given);
          servers.push(server);
        } catch (error) {
          // A machine without IPv6 has one door less.
          if (!servers.length || codeOf(error) == 'EADDRINUSE') throw error;
        }
      }
      return { url: `http://localhost:${given}`, close };
    } catch (error) {
      await close();
      if (codeOf(error) != 'EADDRINUSE' || wished >= port + TRIES) throw error;
    }
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

function listen(server: Server, host: string, port: number): Promise<number> {
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

if (import.meta.main) {
  try {
    const { url } = await startShop({ port: Number(process.env.PORT) || undefined });
    console.log(`Shop: ${url}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
