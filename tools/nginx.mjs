// Is there a real nginx for the tests? Finds it, else fetches Debian's, and says in one line why there is none.
// Plain Node without dependencies.
//
//   NGINX_BIN   use this one
//   CI=true     a missing one is an error
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CACHE, isAptRoot, isExecutable, onPath, sayMissing, unpackFromDebian } from './programs.mjs';

const UNPACKED = path.join(CACHE, 'nginx', 'usr', 'sbin', 'nginx');

/** Whether it starts: one that was unpacked may lack a library. */
const runs = (file) => isExecutable(file) && spawnSync(file, ['-v']).status == 0;

// PATH of a normal user has no sbin on Debian.
const find = () => [onPath('nginx'), '/usr/sbin/nginx', UNPACKED].find((file) => file && runs(file));

/** Its postinst, and that of nginx-common, which has nothing else that we need, would start a server on port 80. */
function fetchFromDebian(log) {
  if (!isAptRoot()) return;
  log("unpacking Debian's nginx in .cache/, without its service");
  unpackFromDebian('nginx', path.join(CACHE, 'nginx'), (dependency) => !dependency.includes('nginx'));
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
  sayMissing('nginx', found, log);
  return found;
}
