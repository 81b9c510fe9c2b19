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
export async function bundle(entry: string, format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${here}/peers/${entry}.ts`],
    bundle: true,
    minify: true,
    format,
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

/** What our elements, their layout and their style cost by themselves, whoever makes them. */
export const skeleton: Peer = { name: 'lit, the same elements', tag: 'bench-skeleton', code: await bundle('skeleton') };

export const peers: readonly Peer[] = [ours, skeleton, floor, vanilla];

/** What an application has already that uses a library of elements. Only shown: it has no `copy`. */
export const shoelace: Peer = { name: 'Shoelace', tag: 'bench-shoelace', code: await bundle('shoelace') };
