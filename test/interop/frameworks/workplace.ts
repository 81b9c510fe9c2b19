import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { pack } from '../../support/pack.ts';
import type { App, Part } from './apps.ts';

const HERE = import.meta.dirname;
const ROOT = path.join(HERE, '../../..');
/** Outside of the repository, so that nothing there resolves to the repository's own node_modules. */
const WORK = path.join(os.tmpdir(), 'session-id-badge-frameworks');
const TARBALL = path.join(WORK, 'session-id-badge.tgz');

const run = promisify(execFile);

/** What the apps' programs get from us: no telemetry, and the Node of the repository. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.join(ROOT, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NO_UPDATE_NOTIFIER: '1',
};

async function npm(folder: string, ...args: string[]): Promise<void> {
  await run('npm', args, { cwd: folder, env: environment, maxBuffer: 64 * 2 ** 20 }).catch((error) => {
    throw new Error(`npm ${args.join(' ')} failed:\n${error.stdout}${error.stderr}`, { cause: error });
  });
}

/** Packs the package, as it is built, to where the apps' package.json names it. */
export function packBadge(): void {
  mkdirSync(WORK, { recursive: true });
  renameSync(pack(WORK), TARBALL);
}

/** What is in a folder, but for some names. */
const others = (folder: string, ...kept: string[]): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !kept.includes(name))
        .map((name) => path.join(folder, name))
    : [];

/** Where the app is built and served. */
export const folderOf = ({ name }: App): string => path.join(WORK, name);

/** Copies the app out of the repository, installs what it needs and builds it. */
export async function buildApp(app: App): Promise<void> {
  const folder = folderOf(app);
  const modules = path.join(folder, 'node_modules');
  // node_modules stay from run to run, but not what tools cache there, nor the badge of the last run, which npm would keep:
  // the tarball of today has the same name and version.
  const stale = [
    ...others(folder, 'node_modules'),
    ...others(modules, '.bin').filter((file) => path.basename(file).startsWith('.')),
    path.join(modules, 'session-id-badge'),
  ];
  for (const file of stale) rmSync(file, { recursive: true, force: true });
  cpSync(path.join(HERE, app.name), folder, { recursive: true, filter: (file) => path.basename(file) != 'node_modules' });
  // No lockfile: the hash of our tarball changes with each build. The direct dependencies are pinned in package.json.
  await npm(folder, 'install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
  await npm(folder, 'run', 'build');
}

/** Whether what the app needs is on this machine; the app's scripts then have it, and if not, why has been said. */
export function provide({ needs }: App): boolean {
  if (!needs) return true;
  const { executablePath } = needs.find();
  environment[needs.variable] = executablePath;
  return !!executablePath;
}

/** Its title, with the version that the app has installed. */
export function titleOf(part: Part, app: App): string {
  const file = part.package && path.join(folderOf(app), 'node_modules', part.package, 'package.json');
  return file && existsSync(file) ? `${part.title} ${JSON.parse(readFileSync(file, 'utf8')).version}` : part.title;
}
