import { build, type Rolldown } from 'vite';
import { script } from './host-page.ts';
import type { Reply } from './site.ts';

/** What a host's own build makes of its module: one file, with lit and whatever else it imports inside. */
export async function bundle(source: string): Promise<Reply> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'host',
        resolveId: (id) => (id == 'host' ? '\0host' : null),
        load: (id) => (id == '\0host' ? source : null),
      },
    ],
    build: { write: false, modulePreload: false, rolldownOptions: { input: 'host', output: { codeSplitting: false } } },
  })) as Rolldown.RolldownOutput;
  return script(output[0].code);
}

/** A module of src/ as Node can import it: one file, with what it imports inside. */
export async function importBundled(entry: string): Promise<unknown> {
  const outputs = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'] } },
  });
  const [chunk] = (outputs as Rolldown.RolldownOutput[])[0]!.output;
  return import(`data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`);
}
