import type { Row } from '../record.ts';

/** More waits to be written than may wait in memory: try again in a second. HTTP 429. */
export class StoreBusyError extends Error {
  override name = 'StoreBusyError';
}

/** It could not be written, such as on a full disk or with the database down: nothing of it is there. HTTP 503. */
export class StoreFailedError extends Error {
  override name = 'StoreFailedError';
}

/** Where to go on in a session's records, which are in the order of time, then uid. */
export interface Position {
  readonly time: number;
  readonly uid: string;
}

/** Where records are kept. Two of these exist: a SQLite file, and PostgreSQL. Every method may be called at any time, also side by side. */
export interface EventStore {
  /** For people, such as `SQLite, desk.sqlite`. Never with a password. */
  readonly name: string;
  /**
   * Resolves when the rows are on disk. What has the session and uid of one that is there is passed over: it was sent again.
   * Rejects with {@link StoreBusyError} or {@link StoreFailedError}; then none of them is there, unless a database was lost before it
   * could answer. Either way they can be added again. Rejects with a TypeError for what no database can hold, `storable.ts`.
   */
  add(rows: readonly Row[]): Promise<void>;
  /** Rows of a session in the order of time, then uid, from after that position. */
  read(session: string, options: { readonly after?: Position | undefined; readonly limit: number }): Promise<Row[]>;
  /** Rows of a session that came at that time or later (`received`, ms), in the same order. */
  arrivedSince(session: string, received: number): Promise<Row[]>;
  /** How many rows the session has. */
  count(session: string): Promise<number>;
  /** Which of these sessions have rows, in the order asked for. Asked with some thousands at once. */
  known(sessions: readonly string[]): Promise<string[]>;
  /** Sessions whose ID starts with that, in order, at most so many. */
  startingWith(prefix: string, limit: number): Promise<string[]>;
  /** Removes all rows of a session; resolves to how many when that is on disk. */
  erase(session: string): Promise<number>;
  /**
   * Removes rows whose `time` is before that (ms since 1970), in small steps, so that `add` never waits for long. Tells after each
   * step how many are gone so far. Resolves to how many went.
   */
  expire(before: number, progress?: (removed: number) => void): Promise<number>;
  /** All rows, some hundred at a time. What comes meanwhile may be in it or not. */
  all(): AsyncIterable<Row[]>;
  /** Writes what waits, and closes. */
  close(): Promise<void>;
}
