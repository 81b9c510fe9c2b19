/** A process that adds to a SQLite file what its parent says. The parent limits how large its files may grow. */
import { openSqliteStore } from '../../../src/desk/store/sqlite.ts';
import { row } from './rows.ts';

export interface Order {
  readonly uids: readonly string[];
}

export interface Answer {
  /** The name of the error, if it was one. */
  readonly error?: string;
}

const store = await openSqliteStore(process.argv[2]!);

process.on('message', ({ uids }: Order) =>
  store.add(uids.map((uid) => row({ uid, data: JSON.stringify('x'.repeat(2000)) }))).then(
    () => process.send!({} satisfies Answer),
    (error: Error) => process.send!({ error: error.name } satisfies Answer),
  ),
);
