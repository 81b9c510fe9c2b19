/** What is in the desk's SQLite file. */
import type { DatabaseSync } from 'node:sqlite';

/** `sidb`, by which a file of ours is told from other programs'. */
const APPLICATION = 0x73696462;
/** Raised with every change of the tables. */
const VERSION = 1;

// What is unique comes in the order of our session IDs, which begin with the time, and so at the end of the index.
const TABLES = `
  create table records (
    session text not null,
    uid text not null,
    time real not null,
    received real not null,
    data text not null,
    unique (session, uid)
  );
  create index records_time on records (time);
  pragma application_id = ${APPLICATION};
  pragma user_version = ${VERSION};
`;

/** For each connection, KiB. The ends of the indexes, where it is written, and what leads to the rest of them. */
export const CACHE = 'pragma cache_size = -16384';

/** What is committed is on disk, also after a power failure (FULL). The log is written into the file after so many pages, and cut to bytes. */
const SETTINGS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  ${CACHE};
  pragma wal_autocheckpoint = 4000;
  pragma secure_delete = on;
  pragma journal_size_limit = 67108864;
`;

const numberOf = (db: DatabaseSync, question: string): number => Object.values(db.prepare(question).get()!)[0] as number;

/** Makes the tables in a new file. Throws for one of another program or of a newer desk, and leaves it as it is. */
export function prepareFile(db: DatabaseSync, file: string): void {
  let application: number;
  try {
    application = numberOf(db, 'pragma application_id');
  } catch (cause) {
    throw new Error(`${file} is no database of the desk: ${(cause as Error).message}`, { cause });
  }
  const version = numberOf(db, 'pragma user_version');
  const isNew = application == 0 && numberOf(db, 'select count(*) from sqlite_schema') == 0;
  if (!isNew && application != APPLICATION) throw new Error(`${file} is a database of another program`);
  if (version > VERSION) throw new Error(`${file} was written by a newer version of the desk`);
  db.exec(SETTINGS);
  if (isNew) db.exec(`begin immediate; ${TABLES} commit`);
}
