// Is there a real PostgreSQL for the tests? Finds it, else fetches Debian's, and says in one line why there is none.
// Plain Node without dependencies.
//
//   DATABASE_URL   use this server; its user must be allowed to make databases
//   CI=true        a missing one is an error
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { CACHE, dependencyOf, isAptRoot, isExecutable, onPath, sayMissing, unpackFromDebian } from './programs.mjs';

const UNPACKED = path.join(CACHE, 'postgresql');
/** Debian has none of its programs but the clients on PATH. */
const BIN = 'usr/lib/postgresql/*/bin';

/** Its server refuses to run as root: `nobody` does it then. */
const USER = process.getuid?.() == 0 ? { uid: 65534, gid: 65534 } : {};

/** Whether both programs start: what was unpacked may lack a library, and lie where that user must not look. */
const runs = (bin) =>
  ['initdb', 'postgres'].every((name) => {
    const file = path.join(bin, name);
    return isExecutable(file) && spawnSync(file, ['--version'], USER).status == 0;
  });

function find() {
  const initdb = onPath('initdb');
  return [initdb && path.dirname(initdb), ...globSync([`/${BIN}`, path.join(UNPACKED, BIN)]).sort()].find(
    (bin) => bin && runs(bin),
  );
}

/** Its postinst would make a database cluster, and start a server on port 5432. */
function fetchFromDebian(log) {
  if (!isAptRoot()) return;
  const name = dependencyOf('postgresql', /postgresql-\d+/);
  if (!name) return;
  log(`unpacking Debian's ${name} in .cache/, without its service`);
  // Time zones are Debian's own; LLVM, which compiles large queries, is as large as all the rest.
  unpackFromDebian(name, UNPACKED, (dependency) => /^(lib(?!llvm)|tzdata|zlib)/.test(dependency));
}

/** @returns {import('./postgres.d.mts').Postgres} */
function ensure(log) {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return { databaseUrl: DATABASE_URL };
  if (!find()) fetchFromDebian(log);
  const bin = find();
  return bin
    ? { bin, user: USER }
    : { why: 'no initdb and postgres are on PATH or in /usr/lib/postgresql (Debian: apt-get install postgresql)' };
}

/** The PostgreSQL to test with, or why there is none, which is also printed. Throws with CI set if there is none. */
export function ensurePostgres({ log = console.log } = {}) {
  const found = ensure(log);
  sayMissing('PostgreSQL', found, log);
  return found;
}
