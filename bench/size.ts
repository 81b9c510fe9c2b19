import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { floor, ours, vanilla } from './peers.ts';
import type { Question } from './question.ts';
import { table, times } from './table.ts';

const brotli = (text: string): number => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const dist = (file: string): string => readFileSync(`${import.meta.dirname}/../dist/${file}`, 'utf8');

const files: readonly (readonly [name: string, code: string])[] = [
  ['ours: cdn.js', ours.code],
  ['ours, on demand: chunks/info.js', dist('chunks/info.js')],
  ['ours, on demand: locales/de.js', dist('locales/de.js')],
  [floor.name, floor.code],
  [vanilla.name, vanilla.code],
];

/** How many bytes does a visitor load? */
export const size: Question = {
  title: 'Size',
  method: 'Brotli 11, in bytes. Ours as it is in `dist/`; the others bundled and minified by esbuild, lit inside the floor.',
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
