import { SourceMap, type SourceMapPayload } from 'node:module';
import { brotli } from './brotli.ts';
import { dist } from './size-files.ts';
import { table } from './table.ts';

/** Whose bytes they are, by where their source is: the first that fits. */
const parts: readonly (readonly [name: string, source: RegExp])[] = [
  ['lit', /\/node_modules\//],
  ['session', /\/src\/session\//],
  ['badge: words', /\/src\/badge\/(words|language)\.ts$/],
  ['badge: styles', /\/src\/badge\/(styles|css)\.ts$/],
  ['badge: copying', /\/src\/badge\/(copy-text|copy-outcome|feedback)\.ts$/],
  ['badge: info panel', /\/src\/badge\/info-panel\.ts$/],
  ['badge: the rest', /^/],
];

/** The code, cut where another source begins. What the source map knows nothing of belongs to what is before it. */
function* slices(file: string): Generator<readonly [source: string, code: string]> {
  const map = new SourceMap(JSON.parse(dist(`${file}.map`)) as SourceMapPayload);
  for (const [line, code] of dist(file).split('\n').entries()) {
    let start = 0;
    let source = '';
    for (let column = 0; column < code.length; column++) {
      const entry = map.findEntry(line, column);
      const here = ('originalSource' in entry && entry.originalSource) || source;
      if (here == source) continue;
      if (column > start) yield [source, code.slice(start, column)];
      [start, source] = [column, here];
    }
    yield [source, `${code.slice(start)}\n`];
  }
}

/** Where the bytes of one file come from, as its source map has it. */
export function sizeParts(file: string): string {
  const codes = parts.map(() => '');
  for (const [source, code] of slices(file)) codes[parts.findIndex(([, where]) => where.test(source))] += code;
  const alone = codes.map(brotli);
  const scale = brotli(dist(file)) / alone.reduce((a, b) => a + b);
  return table(
    ['part', 'minified', 'of brotli', 'share'],
    parts.map(([name], part) => [
      name,
      String(Buffer.byteLength(codes[part]!)),
      (alone[part]! * scale).toFixed(0),
      `${((alone[part]! * scale * 100) / brotli(dist(file))).toFixed(0)} %`,
    ]),
  );
}
