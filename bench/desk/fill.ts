import { DatabaseSync } from 'node:sqlite';
import { prepareFile } from '../../src/desk/store/sqlite-schema.ts';
import { mintSessionId } from '../../src/session/session-id.ts';
import { contentOf } from './requests.ts';

/** How many records a session has. */
export const RECORDS = 50;
/** How many sessions there are at a time: their records are mixed in the file as they are where they come from customers. */
const AT_ONCE = 8;
const DAY = 24 * 3_600_000;

/** A file of so many records, of sessions of the last days. Returns at most so many of the sessions, from all over the file. */
export function fill(file: string, count: number, most: number): string[] {
  const db = new DatabaseSync(file);
  prepareFile(db, file);
  // Only here: what is filled in is not asked about before all of it is there.
  db.exec('pragma synchronous = off');
  const insert = db.prepare('insert into records (session, uid, time, received, data) values (?, ?, ?, ?, ?)');
  const groups = count / RECORDS / AT_ONCE;
  const start = Date.now() - 6 * DAY;
  const sessions: string[] = [];
  for (let group = 0; group < groups; group++) {
    const time = start + (group / groups) * 6 * DAY;
    const ids = Array.from({ length: AT_ONCE }, () => mintSessionId(time));
    sessions.push(...ids);
    db.exec('begin');
    for (let i = 0; i < RECORDS; i++) {
      const uid = `${group}-${i}`;
      for (const id of ids) insert.run(id, uid, time + i, time + i, contentOf(id, uid));
    }
    db.exec('commit');
  }
  db.close();
  const step = Math.max(1, sessions.length / most);
  return Array.from({ length: Math.min(most, sessions.length) }, (_, i) => sessions[Math.floor(i * step)]!);
}
