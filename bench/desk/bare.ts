import { DatabaseSync } from 'node:sqlite';
import type { Row } from '../../src/desk/record.ts';
import { prepareFile } from '../../src/desk/store/sqlite-schema.ts';

/** How many rows a transaction has. */
const TOGETHER = 500;

/** The same rows into the same tables with nothing around it, a transaction after the other. Returns rows a second. */
export function insertBare(file: string, rows: readonly Row[]): number {
  const db = new DatabaseSync(file);
  prepareFile(db, file);
  const insert = db.prepare('insert into records (session, uid, time, received, data) values (?, ?, ?, ?, ?)');
  const start = performance.now();
  for (let i = 0; i < rows.length; i += TOGETHER) {
    db.exec('begin immediate');
    for (const { session, uid, time, received, data } of rows.slice(i, i + TOGETHER)) {
      insert.run(session, uid, time, received, data);
    }
    db.exec('commit');
  }
  const seconds = (performance.now() - start) / 1_000;
  db.close();
  return rows.length / seconds;
}
