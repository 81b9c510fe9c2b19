// Is there a real PHP for the tests? Finds it, else fetches Debian's, and says in one line why there is none. Plain Node
// without dependencies.
//
//   PHP_BIN   use this one
//   CI=true   a missing one is an error
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { CACHE, isAptRoot, isExecutable, onPath, sayMissing, unpackFromDebian } from './programs.mjs';

const UNPACKED = path.join(CACHE, 'php');

/** Whether it starts: one that was unpacked may lack a library. */
const runs = (file) => isExecutable(file) && spawnSync(file, ['--version']).status == 0;

// What is unpacked has its version in its name, since Debian's alternatives are made by its postinst.
const find = () => [onPath('php'), ...globSync(path.join(UNPACKED, 'usr/bin/php[0-9]*'))].find((file) => file && runs(file));

/** Its extensions are packages of their own, which we need none of. */
function fetchFromDebian(log) {
  if (!isAptRoot()) return;
  // `php-cli` has nothing in it, and depends on the version that this Debian has.
  const { stdout } = spawnSync('apt-cache', ['depends', 'php-cli'], { encoding: 'utf8' });
  const name = stdout.match(/php[\d.]+-cli/)?.[0];
  if (!name) return;
  log(`unpacking Debian's ${name} in .cache/`);
  // Time zones are Debian's own.
  unpackFromDebian(name, UNPACKED, (dependency) => /^(lib|tzdata|zlib)/.test(dependency));
}

/** @returns {import('./php.d.mts').Php} */
function ensure(log) {
  const named = process.env.PHP_BIN;
  // Another one in its place would hide the mistake.
  if (named) return runs(named) ? { executablePath: named } : { why: `PHP_BIN names no PHP that runs: ${named}` };
  if (!find()) fetchFromDebian(log);
  const executablePath = find();
  return executablePath ? { executablePath } : { why: 'no php is on PATH (Debian: apt-get install php-cli)' };
}

/** The PHP to test with, or why there is none, which is also printed. Throws with CI set if there is none. */
export function ensurePhp({ log = console.log } = {}) {
  const found = ensure(log);
  sayMissing('PHP', found, log);
  return found;
}
