/**
 * Writes dist/integrity.json: for each file that a page may load from a static server or a CDN its hash, for `integrity`
 * attributes and import maps (https://www.w3.org/TR/sri-2/).
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const dist = path.join(import.meta.dirname, '../dist');
const files = globSync('{*,chunks/*,locales/*}.js', { cwd: dist }).sort();
const hash = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(path.join(dist, file)))
    .digest('base64')}`;
writeFileSync(
  path.join(dist, 'integrity.json'),
  JSON.stringify(Object.fromEntries(files.map((file) => [file, hash(file)])), null, 2) + '\n',
);
