import { DatabaseSync } from 'node:sqlite';
import type { Row } from '../../src/desk/record.ts';
import { prepareFile } from '../../src/desk/store/sqlite-schema.ts';
import type { Progress } from './progress.ts';

/** The same rows into the same tables by the same statement with nothing around it, a transaction of so many after the other. */
export function insertBare(file: string, rows: readonly Row[], together: number): Progress {
  const db = new DatabaseSync(file);
  prepareFile(db, file);
  const insert = db.prepare(
    'insert into records (session, uid, time, received, data) values (?, ?, ?, ?, ?) on conflict (session, uid) do nothing',
  );
  const progress: [number, number][] = [];
  const start = performance.now();
  for (let i = 0; i < rows.length; i += together) {
    db.exec('begin immediate');
    const some = rows.slice(i, i + together);
    for (const { session, uid, time, received, data } of some) insert.run(session, uid, time, received, data);
    db.exec('commit');
    progress.push([i + some.length, (performance.now() - start) / 1_000]);
  }
  db.close();
  return progress;
}
