import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../src/desk/desk.ts';

/** As it is published. In a constant, so that the type check does not look there: it is there only once it has been built. */
const BUILT = '../dist/desk/desk.js';

/**
 * Starts the desk beside the shop, on OTLP's own port or, where that is taken, on any; `anyPort` asks for any. What it keeps is in a
 * folder that goes with it.
 */
export async function startShopDesk(anyPort: boolean): Promise<Desk> {
  const { startDesk } = (await import(BUILT)) as typeof import('../src/desk/desk.ts');
  const folder = await mkdtemp(join(tmpdir(), 'shop-desk-'));
  const start = (port?: number) => startDesk({ file: join(folder, 'desk.sqlite'), port });
  const desk = await (anyPort ? start(0) : start().catch(() => start(0)));
  return {
    ...desk,
    async close() {
      await desk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
