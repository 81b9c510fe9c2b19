import path from 'node:path';
import { runnerImport } from 'vite';

/** The help centre's pages as they should be, by the names of their files. Vite reads src/, whose imports Node cannot follow. */
export async function loadPages(): Promise<ReadonlyMap<string, string>> {
  const { module } = await runnerImport<typeof import('./page.ts')>(path.join(import.meta.dirname, 'page.ts'), {
    configFile: false,
    logLevel: 'warn',
  });
  return module.PAGES;
}
