import { build, type BuildOptions } from 'esbuild';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotli } from './brotli.ts';

/** What is loaded for one thing: one file or several, each compressed by itself. */
export interface Sized {
  readonly name: string;
  readonly minified: number;
  readonly brotli: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const sized = (name: string, codes: readonly string[]): Sized => ({
  name,
  minified: sum(codes.map((code) => Buffer.byteLength(code))),
  brotli: sum(codes.map(brotli)),
});

const here = import.meta.dirname;
const folder = `${here}/../dist`;

export const dist = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

/** A file of ours with all that it imports at once; what it imports by `import()` comes later. */
export function withImports(file: string, files = new Map<string, string>()): readonly string[] {
  if (files.has(file)) return [];
  const code = dist(file);
  files.set(file, code);
  for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) withImports(imported!, files);
  return [...files.values()];
}

/** As an application's bundler does it. What comes by `import()` is apart. */
const options = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  write: false,
  outdir: 'out',
} satisfies BuildOptions;

/** What an application's bundler takes of a file where that alone is imported; the session is on the page anyway. */
export async function only(name: string, file: string): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: `export { ${name} } from './${file}'`, resolveDir: folder },
    external: ['./session.js'],
  });
  return outputFiles[0]!.text;
}

/** A script that imports for what that does, as an application's bundler is given it. */
const importing = (paths: readonly string[]) => ({
  contents: paths.map((path) => `import '${path}';`).join(''),
  resolveDir: here,
});

/** Modules and style sheets, as paths from here or as packages export them: a bundle of each kind. */
export async function bundled(paths: readonly string[]): Promise<readonly string[]> {
  const { outputFiles } = await build({ ...options, stdin: importing(paths) });
  return outputFiles.map(({ text }) => text);
}

/** What an application's bundler makes of the package's main entry: what is there before anything comes by `import()`. */
export async function bundledOurs(external: readonly string[]): Promise<readonly string[]> {
  const { outputFiles, metafile } = await build({
    ...options,
    stdin: importing(['../dist/define.js']),
    external: [...external],
    splitting: true,
    metafile: true,
  });
  const paths = new Set(Object.keys(metafile.outputs).filter((path) => metafile.outputs[path]!.entryPoint == '<stdin>'));
  // A set goes on with what is added to it meanwhile.
  for (const path of paths)
    for (const { kind, path: imported, external } of metafile.outputs[path]!.imports)
      if (kind == 'import-statement' && !external) paths.add(imported);
  return [...paths].map((path) => outputFiles.find((file) => file.path == resolve(here, path))!.text);
}

/** The version of a peer that is installed. */
export const version = (name: string): string =>
  (JSON.parse(readFileSync(`${here}/node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
