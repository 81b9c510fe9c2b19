// Is there a real nginx for the tests? Finds it, else fetches Debian's, and says in one line why there is none.
// Plain Node without dependencies.
//
//   NGINX_BIN   use this one
//   CI=true     a missing one is an error
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { aptGet, isAptRoot, isExecutable, onPath } from './programs.mjs';

const CACHE = path.join(import.meta.dirname, '..', '.cache');
const UNPACKED = path.join(CACHE, 'nginx', 'usr', 'sbin', 'nginx');

/** Whether it starts: one that was unpacked may lack a library. */
const runs = (file) => isExecutable(file) && spawnSync(file, ['-v']).status == 0;

// PATH of a normal user has no sbin on Debian.
const find = () => [onPath('nginx'), '/usr/sbin/nginx', UNPACKED].find((file) => file && runs(file));

/**
 * Unpacks Debian's package in .cache/. Installing it would start a server on port 80 and enable it for each boot (its
 * postinst, and that of nginx-common, which has nothing else that we need).
 */
function fetchFromDebian(log) {
  if (!isAptRoot()) return;
  log("unpacking Debian's nginx in .cache/, without its service");
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, 'nginx-'));
  try {
    aptGet(['update']);
    // As root, since apt's own user may not write there.
    aptGet(['-o', 'APT::Sandbox::User=root', 'download', 'nginx'], { cwd: folder });
    const [file] = globSync(path.join(folder, '*.deb'));
    if (!file) return;
    const depends = spawnSync('dpkg-deb', ['--field', file, 'Depends'], { encoding: 'utf8' }).stdout.split(',');
    const libraries = depends.filter((name) => !name.includes('nginx')).join();
    aptGet(['satisfy', '-y', '--no-install-recommends', libraries]);
    spawnSync('dpkg-deb', ['--extract', file, path.join(folder, 'root')], { stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(path.join(CACHE, 'nginx'), { recursive: true, force: true });
    renameSync(path.join(folder, 'root'), path.join(CACHE, 'nginx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {{ executablePath?: string, why?: string }} */
function ensure(log) {
  const named = process.env.NGINX_BIN;
  // Another one in its place would hide the mistake.
  if (named) return runs(named) ? { executablePath: named } : { why: `NGINX_BIN names no nginx that runs: ${named}` };
  if (!find()) fetchFromDebian(log);
  const executablePath = find();
  return executablePath ? { executablePath } : { why: 'no nginx is on PATH or in /usr/sbin (Debian: apt-get install nginx)' };
}

/** The nginx to test with, or why there is none, which is also printed. Throws with CI set if there is none. */
export function ensureNginx({ log = console.log } = {}) {
  const found = ensure(log);
  if (!found.why) return found;
  if (process.env.CI) throw new Error(`missing on CI: nginx: ${found.why}`);
  log(`skipped nginx: ${found.why}`);
  return found;
}
