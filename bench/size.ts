import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { floor, ours, vanilla } from './peers.ts';
import type { Question } from './question.ts';
import { table, times } from './table.ts';

export const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const folder = `${import.meta.dirname}/../dist`;
const dist = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

/** What an application's bundler takes of a file where that alone is imported; the session is on the page anyway. */
async function only(name: string, file: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from './${file}'`, resolveDir: folder },
    external: ['./session.js'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}

const files: readonly (readonly [name: string, code: string])[] = [
  ['ours: cdn.js', ours.code],
  ['ours, on demand: chunks/info.js', dist('chunks/info.js')],
  ['ours, on demand: locales/de.js', dist('locales/de.js')],
  ['ours: session.js', dist('session.js')],
  ['ours: correlate.js', dist('correlate.js')],
  ['ours: correlate.js, propagate alone', await only('propagate', 'correlate.js')],
  ['ours: server.js', dist('server.js')],
  [floor.name, floor.code],
  [vanilla.name, vanilla.code],
];

/** How many bytes does a visitor load? */
export const size: Question = {
  title: 'Size',
  method:
    'Brotli 11, in bytes. Ours as it is in `dist/`, one function alone as esbuild leaves it; the others bundled and minified by esbuild, lit inside the floor.',
  rounds: 1,
  round: async () => {},
  table: () =>
    table(
      ['file', 'minified', 'brotli', 'to the floor'],
      files.map(([name, code]) => [
        name,
        String(Buffer.byteLength(code)),
        String(brotli(code)),
        times(brotli(code) / brotli(floor.code)),
      ]),
    ),
};
