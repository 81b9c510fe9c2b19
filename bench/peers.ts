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

export const peers: readonly Peer[] = [ours, floor, vanilla];

/** What stands in the way of `fetch`: a script that puts `install(origin)` into the page, which patches it for that origin. */
export interface Wrapper {
  readonly name: string;
  readonly code: string;
  /** The header that it adds. */
  readonly header?: string;
  /** Whether the origin that is asked is the one it patches for. */
  readonly isListed: boolean;
}

const wrapper = async (name: string, entry: string, header?: string): Promise<Wrapper> => ({
  name,
  code: await bundle(`fetch/${entry}`, 'iife'),
  header,
  isListed: true,
});

/** What ratios of wrappers are against. */
export const handWritten = await wrapper('hand-written', 'hand-written', 'baggage');

const propagating = await wrapper('ours', 'ours', 'baggage');

export const wrappers: readonly Wrapper[] = [
  propagating,
  { ...propagating, name: 'ours, origin not listed', header: undefined, isListed: false },
  handWritten,
  await wrapper('hand-written by `Request`', 'by-request', 'baggage'),
  await wrapper('nothing', 'nothing'),
  await wrapper('pass-through', 'pass-through'),
  await wrapper('OpenTelemetry', 'opentelemetry', 'traceparent'),
  await wrapper('Datadog', 'datadog', 'traceparent'),
];
