import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** Packs the package, as it is built, as it would be published. Answers the path of the tarball, which is put into the folder. */
export function pack(folder: string): string {
  if (!existsSync(path.join(root, 'dist/define.js'))) throw new Error('nothing is built: npm run build');
  const printed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const [packed] = JSON.parse(printed) as { filename: string }[];
  return path.join(folder, packed!.filename);
}
