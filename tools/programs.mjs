// Programs of this machine that tests need: where they are, and how Debian's come onto it. Plain Node without dependencies.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Where packages are unpacked. */
export const CACHE = path.join(import.meta.dirname, '..', '.cache');

/** Whether it is a file that can be started. */
export const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these programs that is on PATH. */
export const onPath = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)))
    .find(isExecutable);

/** Whether packages of Debian can be installed here. */
export const isAptRoot = () => process.platform == 'linux' && process.getuid() == 0 && !!onPath('apt-get');

/** Runs apt-get without questions. Only errors are printed. */
export const aptGet = (args, options) =>
  spawnSync('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    ...options,
  });

/**
 * Unpacks a package of Debian in a folder, and installs those of the packages it depends on of which `isNeeded` is true (it gets such as
 * `libc6 (>= 2.36)`). Installing a server itself would start it, and enable it for each boot.
 */
export function unpackFromDebian(name, folder, isNeeded) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  try {
    aptGet(['update']);
    // As root, since apt's own user may not write there.
    aptGet(['-o', 'APT::Sandbox::User=root', 'download', name], { cwd: draft });
    const [file] = globSync(path.join(draft, '*.deb'));
    if (!file) return;
    const { stdout } = spawnSync('dpkg-deb', ['--field', file, 'Depends'], { encoding: 'utf8' });
    const needed = stdout.split(',').map((dependency) => dependency.trim());
    aptGet(['satisfy', '-y', '--no-install-recommends', needed.filter(isNeeded).join()]);
    spawnSync('dpkg-deb', ['--extract', file, path.join(draft, 'root')], { stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(folder, { recursive: true, force: true });
    renameSync(path.join(draft, 'root'), folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The package that one which has nothing in it depends on: it has this Debian's version in its name. */
export const dependencyOf = (name, pattern) =>
  spawnSync('apt-cache', ['depends', name], { encoding: 'utf8' }).stdout.match(pattern)?.[0];

/**
 * One program: the one that the environment's `variable` names, else what `find` finds, if need be after `fetchFromDebian`. Or why there is
 * none, which is also printed; throws then with CI set.
 */
export function ensureProgram(name, { variable, runs, find, fetchFromDebian, why }, log) {
  const named = process.env[variable];
  // Another one in its place would hide the mistake.
  if (!named && !find()) fetchFromDebian(log);
  const executablePath = named ? runs(named) && named : find();
  const found = executablePath ? { executablePath } : { why: named ? `${variable} names no ${name} that runs: ${named}` : why };
  sayMissing(name, found, log);
  return found;
}

/** Prints why a program is missing, if it is. Throws with CI set. */
export function sayMissing(name, { why }, log) {
  if (!why) return;
  if (process.env.CI) throw new Error(`missing on CI: ${name}: ${why}`);
  log(`skipped ${name}: ${why}`);
}
