// Is there a real PHP for the tests? Finds it, else fetches Debian's, and says in one line why there is none. Plain Node
// without dependencies.
//
//   PHP_BIN   use this one
//   CI=true   a missing one is an error
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { CACHE, dependencyOf, ensureProgram, isAptRoot, isExecutable, onPath, unpackFromDebian } from './programs.mjs';

const UNPACKED = path.join(CACHE, 'php');

/** Whether it starts: one that was unpacked may lack a library. */
const runs = (file) => isExecutable(file) && spawnSync(file, ['--version']).status == 0;

// What is unpacked has its version in its name, since Debian's alternatives are made by its postinst.
const find = () => [onPath('php'), ...globSync(path.join(UNPACKED, 'usr/bin/php[0-9]*'))].find((file) => file && runs(file));

/** Its extensions are packages of their own, which we need none of. */
function fetchFromDebian(log) {
  if (!isAptRoot()) return;
  const name = dependencyOf('php-cli', /php[\d.]+-cli/);
  if (!name) return;
  log(`unpacking Debian's ${name} in .cache/`);
  // Time zones are Debian's own.
  unpackFromDebian(name, UNPACKED, (dependency) => /^(lib|tzdata|zlib)/.test(dependency));
}

/**
 * The PHP to test with, or why there is none, which is also printed. Throws with CI set if there is none.
 * @returns {import('./php.d.mts').Php}
 */
export const ensurePhp = ({ log = console.log } = {}) =>
  ensureProgram(
    'PHP',
    { variable: 'PHP_BIN', runs, find, fetchFromDebian, why: 'no php is on PATH (Debian: apt-get install php-cli)' },
    log,
  );
