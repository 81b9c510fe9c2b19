import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

/** What stands side by side: one self-contained module that defines one element, with parts `id` and `copy-button` and a method `copy`. */
export interface Peer {
  readonly name: string;
  readonly tag: string;
  readonly code: string;
}

const here = import.meta.dirname;

/** Built as an application would: bundled, minified, lit in its production mode. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${here}/peers/${entry}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  return outputFiles[0]!.text;
}

/** Ours as it is shipped. */
export const ours: Peer = {
  name: 'ours',
  tag: 'session-id-badge',
  code: readFileSync(`${here}/../dist/cdn.js`, 'utf8'),
};

/** What ratios are against. */
export const floor: Peer = { name: 'floor (lit)', tag: 'bench-floor', code: await bundle('floor') };

export const vanilla: Peer = { name: 'vanilla', tag: 'bench-vanilla', code: await bundle('vanilla') };

export const peers: readonly Peer[] = [ours, floor, vanilla];
