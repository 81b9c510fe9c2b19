/** The one writer of a SQLite file, in a thread of its own: a wait for the disk stops nobody else. */
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Columns } from './columns.ts';
import { prepareFile } from './sqlite-schema.ts';

/** Rows that one step of `expire` removes: some ms. */
const STEP = 500;

/** What the writer can be asked for. */
export interface Writing {
  add(rows: Columns): void;
  /** Removes a session's rows, and says how many. */
  erase(session: string): number;
  /** Removes some of the rows from before that time, ms, and says how many: 0 when there are no more. */
  expire(before: number): number;
  /** Writes the log into the file, and closes it. */
  close(): void;
}

/** Asked for with a number of the caller's. */
export interface Request {
  readonly id: number;
  readonly name: keyof Writing;
  readonly argument?: unknown;
}

/** Its answer, or what went wrong. Number 0 says that the file is open, or why it is not. */
export interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

function openFile(file: string): DatabaseSync {
  try {
    // For nobody else on this machine to read.
    closeSync(openSync(file, 'a', 0o600));
    return new DatabaseSync(file, { timeout: 5000 });
  } catch (cause) {
    throw new Error(`cannot open ${file}: ${(cause as Error).message}`, { cause });
  }
}

function openWriting(file: string): Writing {
  const db = openFile(file);
  prepareFile(db, file);

  const insert = db.prepare(
    'insert into records (session, uid, time, received, data) values (?, ?, ?, ?, ?) on conflict (session, uid) do nothing',
  );
  const erase = db.prepare('delete from records where session = ?');
  const expire = db.prepare(
    'delete from records where rowid in (select rowid from records where time < ? order by time limit ?)',
  );

  return {
    add({ sessions, uids, times, received, data }) {
      db.exec('begin immediate');
      try {
        for (const [i, session] of sessions.entries()) insert.run(session, uids[i]!, times[i]!, received[i]!, data[i]!);
        db.exec('commit');
      } catch (error) {
        // A full disk may have rolled it back already.
        if (db.isTransaction) db.exec('rollback');
        throw error;
      }
    },
    erase(session) {
      const { changes } = erase.run(session);
      // Else what was erased could still be read in the log for a while.
      db.exec('pragma wal_checkpoint(truncate)');
      return Number(changes);
    },
    expire: (before) => Number(expire.run(before, STEP).changes),
    close: () => db.close(),
  };
}

const reply = (id: number, ask: () => unknown): void => {
  let answer: Reply;
  try {
    answer = { id, value: ask() };
  } catch (error) {
    answer = { id, error: (error as Error).message };
  }
  parentPort!.postMessage(answer);
};

reply(0, () => {
  const writing = openWriting(workerData as string);
  parentPort!.on('message', ({ id, name, argument }: Request) => {
    reply(id, () => (writing[name] as (argument: unknown) => unknown)(argument));
    if (name == 'close') parentPort!.close();
  });
});
