// Writes docs/help-center/, a page for a site's help centre in each language of the badge, of the badge's own texts and the sentences beside
// this file. Run it when either has changed; with --check it writes nothing, and names each file that is not what it would write.
//   node tools/help-center/generate.ts [--check]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadPages } from './load-pages.ts';

const folder = path.join(import.meta.dirname, '../../docs/help-center');

const pages = await loadPages();
mkdirSync(folder, { recursive: true });
const there = new Map(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));

// Also a page that is there and should not be: that of a language which the badge has no longer.
for (const file of new Set([...pages.keys(), ...there.keys()])) {
  const page = pages.get(file);
  if (page == there.get(file)) continue;
  if (process.argv.includes('--check')) {
    console.error(`docs/help-center/${file} is out of date: run "node tools/help-center/generate.ts"`);
    process.exitCode = 1;
  } else if (page == undefined) rmSync(path.join(folder, file));
  else writeFileSync(path.join(folder, file), page);
}
