/**
 * Puts the tables into README.md, each between `<!-- name -->` and `<!-- /name -->`. `--check` changes nothing, and fails where that
 * would: what the README says of the element is what is built.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { tables } from './tables.ts';

const readme = path.join(import.meta.dirname, '../../README.md');
const before = readFileSync(readme, 'utf8');

let after = before;
for (const [name, table] of Object.entries(tables())) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [head, rest] = after.split(start, 2);
  const tail = rest?.split(end, 2)[1];
  if (tail === undefined) throw new Error(`README.md has no ${start} … ${end}`);
  after = `${head}${start}\n\n${table}\n\n${end}${tail}`;
}
after = await prettier.format(after, { ...(await prettier.resolveConfig(readme)), filepath: readme });

if (after == before) console.log('README.md: its tables are what is built');
else if (process.argv.includes('--check')) {
  console.error('README.md: its tables are not what is built; npm run docs writes them');
  process.exitCode = 1;
} else writeFileSync(readme, after);
