/** Records in one SQLite file: written by a worker, read here. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Row } from '../record.ts';
import { columnsOf } from './columns.ts';
import { type EventStore, StoreFailedError } from './event-store.ts';
import { groupCommit } from './group-commit.ts';
import { CACHE } from './sqlite-schema.ts';
import type { Reply, Request, Writing } from './sqlite-worker.ts';

/** Rows that `all` gives at once. */
const SLICE = 500;

/** Beside this file when it runs from source; bundled it is beside the desk, and this file perhaps in a folder of parts. */
const WORKER = ['./sqlite-worker.ts', './sqlite-worker.js', '../sqlite-worker.js']
  .map((file) => new URL(file, import.meta.url))
  .find((url) => existsSync(url))!;

/** Node's own SQLite. Throws where this Node has none. */
async function importSqlite(): Promise<typeof import('node:sqlite')> {
  try {
    return await import('node:sqlite');
  } catch (cause) {
    throw new Error(`Node ${process.versions.node} has no node:sqlite: the desk needs Node 22.13 or later`, { cause });
  }
}

/** What SQLite gives has no prototype. */
const rows = (found: Record<string, unknown>[]): Row[] =>
  found.map(({ session, uid, time, received, data }) => ({ session, uid, time, received, data }) as Row);

interface Writer {
  /** Asks the worker. Rejects with {@link StoreFailedError} where it fails, or has ended. */
  ask<Name extends keyof Writing>(name: Name, ...argument: Parameters<Writing[Name]>): Promise<ReturnType<Writing[Name]>>;
}

/** Starts the worker on a file. Rejects where it cannot be opened, is no database of ours or of a newer desk. */
async function startWriter(file: string): Promise<Writer> {
  const worker = new Worker(WORKER, { workerData: file });
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  let isEnded = false;

  const answered = (id: number) => new Promise<unknown>((resolve, reject) => asked.set(id, { resolve, reject }));
  const opened = answered(0);
  worker.on('message', ({ id, value, error }: Reply) => {
    const { resolve, reject } = asked.get(id)!;
    asked.delete(id);
    if (error == undefined) resolve(value);
    else reject(id == 0 ? new Error(error) : new StoreFailedError(error));
  });
  const end = (error?: unknown) => {
    isEnded = true;
    asked.forEach(({ reject }) => reject(new StoreFailedError('the writer has ended', { cause: error })));
    asked.clear();
  };
  worker.on('error', end).on('exit', () => end());

  await opened;
  return {
    ask(name, argument?) {
      if (isEnded) return Promise.reject(new StoreFailedError('the writer has ended'));
      const id = ++last;
      worker.postMessage({ id, name, argument } satisfies Request);
      return answered(id) as Promise<never>;
    },
  };
}

/**
 * Opens a SQLite file, and makes it where there is none. Rejects with an error to read where it cannot be opened, belongs to another
 * program or to a newer desk, and on a Node without SQLite.
 */
export async function openSqliteStore(file: string): Promise<EventStore> {
  const { DatabaseSync } = await importSqlite();
  const writer = await startWriter(file);
  // Two at once: the worker has the next one at hand when it has written the first.
  const commits = groupCommit((rows) => writer.ask('add', columnsOf(rows)), 2);

  const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  db.exec(CACHE);
  const columns = 'session, uid, time, received, data';
  const read = db.prepare(
    `select ${columns} from records where session = ? and (time, uid) > (?, ?) order by time, uid limit ?`,
  );
  const arrivedSince = db.prepare(`select ${columns} from records where session = ? and received >= ? order by time, uid`);
  const count = db.prepare('select count(*) as count from records where session = ?');
  const has = db.prepare('select 1 from records where session = ? limit 1');
  // From one session to the next by the index: however many records they have.
  const next = db.prepare('select min(session) as session from records where session >= ?');
  const after = db.prepare('select min(session) as session from records where session > ?');
  const slice = db.prepare(`select rowid, ${columns} from records where rowid > ? order by rowid limit ?`);

  return {
    name: `SQLite, ${file}`,
    add: commits.add,
    read: async (session, { after: { time, uid } = { time: -Infinity, uid: '' }, limit }) =>
      rows(read.all(session, time, uid, limit)),
    arrivedSince: async (session, received) => rows(arrivedSince.all(session, received)),
    count: async (session) => count.get(session)!.count as number,
    known: async (sessions) => sessions.filter((session) => has.get(session)),
    async startingWith(prefix, limit) {
      const found: string[] = [];
      let session = next.get(prefix)!.session as string | null;
      while (session?.startsWith(prefix) && found.length < limit) {
        found.push(session);
        session = after.get(session)!.session as string | null;
      }
      return found;
    },
    erase: (session) => writer.ask('erase', session),
    async expire(before, progress) {
      let removed = 0;
      for (let step; (step = await writer.ask('expire', before));) {
        removed += step;
        progress?.(removed);
      }
      return removed;
    },
    async *all() {
      let last = 0;
      for (;;) {
        const found = slice.all(last, SLICE);
        if (!found.length) return;
        last = found.at(-1)!.rowid as number;
        yield rows(found);
      }
    },
    async close() {
      await commits.close();
      db.close();
      await writer.ask('close');
    },
  };
}
