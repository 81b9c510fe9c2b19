import path from 'node:path';
import vm from 'node:vm';
import { build } from 'vite';
import type { getSessionManager } from '../../src/session/index.ts';

/** What the script of the engine leaves behind. */
export interface Engine {
  getSessionManager: typeof getSessionManager;
}

/** Bundles the engine as it is in src/ (or in the folder that ENGINE_SRC names, for mutants), as a script for any realm. */
export async function bundleEngine(): Promise<vm.Script> {
  const src = process.env.ENGINE_SRC ?? path.join(import.meta.dirname, '../../src');
  const outputs = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: path.join(src, 'session/index.ts'), formats: ['iife'], name: 'engine' },
    },
  });
  const [chunk] = (outputs as { output: { code: string }[] }[])[0]!.output;
  return new vm.Script(`${chunk!.code}\nengine`, { filename: 'engine.js' });
}
