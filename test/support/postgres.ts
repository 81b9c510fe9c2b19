/** A real PostgreSQL: one of our own on loopback, which waits for the disk as any other, or that of DATABASE_URL. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Postgres as Found } from '../../tools/postgres.mjs';
import { freePort } from './free-port.ts';

/** Nobody asks for it: it is there to be looked for in what is printed. */
export const PASSWORD = 'never-to-be-printed';

export interface Postgres {
  /** Makes an empty database; its URL has a password in it. */
  newDatabase(): Promise<string>;
  /** Stops the server, as an administrator would, and starts it again on the same port. Undefined where it is not ours. */
  readonly server?: { stop(): Promise<void>; start(): Promise<void> };
  /** Removes the databases, or the server with all it has. */
  stop(): Promise<void>;
}

/** Runs SQL in a connection of its own. */
export async function runSql<Result extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values?: unknown[],
): Promise<Result[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Result>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Databases with made-up names on a server. */
function databasesOn(url: string): Pick<Postgres, 'newDatabase' | 'stop'> {
  const names: string[] = [];
  return {
    async newDatabase() {
      const name = `desk_test_${randomBytes(6).toString('hex')}`;
      await runSql(url, `create database ${name}`);
      names.push(name);
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    async stop() {
      for (const name of names) await runSql(url, `drop database ${name} with (force)`);
    },
  };
}

/** Starts a server in a temporary folder, with the programs in that one. */
async function startServer({ bin, user }: Extract<Found, { bin: string }>): Promise<Postgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'postgres-'));
  if (user.uid != undefined) chownSync(folder, user.uid, user.gid!);
  const data = path.join(folder, 'data');
  // Not where we are: that user may not look there.
  const options = { ...user, cwd: folder, encoding: 'utf8' } as const;
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'desk', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'],
    options,
  );
  if (made.status != 0) throw new Error(`no database cluster: ${made.stderr}`);
  const port = await freePort();
  let child: ChildProcess;

  const start = async (): Promise<void> => {
    child = spawn(
      path.join(bin, 'postgres'),
      ['-D', data, '-p', `${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let printed = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr!.on('data', (text) => {
        printed += text;
        if (printed.includes('ready to accept connections')) resolve();
      });
      child.once('error', reject).once('close', () => reject(new Error(`PostgreSQL does not start: ${printed}`)));
    });
  };
  // Rolls back what runs, and ends.
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await once(child, 'close');
  };
  const clean = (): void => {
    child?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', clean);
  await start();

  return {
    ...databasesOn(`postgres://desk:${PASSWORD}@127.0.0.1:${port}/postgres`),
    server: { start, stop },
    async stop() {
      if (child.exitCode == null) await stop();
      process.off('exit', clean);
      clean();
    },
  };
}

/** The server that `ensurePostgres` has found, or one that is started with the programs it has found. */
export const startPostgres = async (found: Exclude<Found, { why: string }>): Promise<Postgres> =>
  found.bin == undefined ? databasesOn(found.databaseUrl) : startServer(found);
