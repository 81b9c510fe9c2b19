import { build } from 'vite';
import type { TestRunnerPlugin } from '@web/test-runner';

const FOLDER = '/__bundled/';

/**
 * Serves these modules of other packages with all that they import, in a few files: OpenTelemetry's are 176, and a Firefox takes a
 * second for them, for every page of every test. Whoever else imports them gets the same ones.
 */
export function bundled(specifiers: readonly string[]): TestRunnerPlugin {
  const files = new Map<string, string>();
  const pathOf = (name: string) => `${FOLDER}${name}`;
  const nameOf = (specifier: string) => `${specifier.replace(/[^\w-]+/g, '_')}.js`;

  return {
    name: 'bundled',
    async serverStart() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          minify: false,
          target: 'es2022',
          rolldownOptions: {
            input: Object.fromEntries(specifiers.map((specifier) => [nameOf(specifier), specifier])),
            preserveEntrySignatures: 'strict',
            output: { entryFileNames: '[name]', chunkFileNames: 'shared-[hash].js' },
          },
        },
      });
      for (const { output } of [result].flat() as { output: { fileName: string; code?: string }[] }[])
        for (const { fileName, code } of output) if (code) files.set(pathOf(fileName), code);
    },
    resolveImport: ({ source }) => (specifiers.includes(source) ? pathOf(nameOf(source)) : undefined),
    serve({ path }) {
      const body = files.get(path);
      return body == undefined ? undefined : { body, type: 'js', headers: { 'cache-control': 'max-age=3600' } };
    },
  };
}
