// Is there a real nginx for the tests? Finds it, else fetches Debian's, and says in one line why there is none.
// Plain Node without dependencies.
//
//   NGINX_BIN   use this one
//   CI=true     a missing one is an error
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CACHE, ensureProgram, isAptRoot, isExecutable, onPath, unpackFromDebian } from './programs.mjs';

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

/**
 * The nginx to test with, or why there is none, which is also printed. Throws with CI set if there is none.
 * @returns {import('./nginx.d.mts').Nginx}
 */
export const ensureNginx = ({ log = console.log } = {}) =>
  ensureProgram(
    'nginx',
    {
      variable: 'NGINX_BIN',
      runs,
      find,
      fetchFromDebian,
      why: 'no nginx is on PATH or in /usr/sbin (Debian: apt-get install nginx)',
    },
    log,
  );
