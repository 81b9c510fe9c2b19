import { startShopDesk } from './desk.ts';
import { missingBuild } from './files.ts';
import { listen } from './listen.ts';

const LAST_PORT = 65535;

export interface Running {
  readonly url: string;
  /** Of the warehouse, another origin. */
  readonly warehouseUrl: string;
  /** Of the desk, another origin. */
  readonly deskUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the shop on that port, or on the next free one, and the warehouse on another near it, and the desk; port 0 means any. All are
 * reachable from this machine only, under whatever name leads to it.
 */
export async function startShop({ port = 4173 } = {}): Promise<Running> {
  const missing = missingBuild();
  if (missing) throw new Error(missing);
  // Not before: they import what has been built.
  const { createShop } = await import('./shop.ts');
  const { createWarehouse } = await import('./warehouse.ts');

  let shopPort = 0;
  const ends: (() => Promise<void>)[] = [];
  const close = async () => void (await Promise.all(ends.map((end) => end())));
  try {
    const desk = await startShopDesk(!port);
    ends.push(desk.close);
    const warehouse = await listen(
      createWarehouse(() => shopPort),
      port && port < LAST_PORT ? port + 1 : 0,
    );
    ends.push(warehouse.close);
    const shop = await listen(createShop(warehouse.port, desk), port);
    ends.push(shop.close);
    shopPort = shop.port;
    return {
      url: `http://localhost:${shop.port}`,
      warehouseUrl: `http://localhost:${warehouse.port}`,
      deskUrl: desk.url,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

if (import.meta.main) {
  try {
    const { url, close } = await startShop({ port: Number(process.env.PORT) || undefined });
    console.log(`Shop: ${url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
