import type { Row } from '../record.ts';

/** Characters of an ID, so that it fits into an index. */
const MAX_ID = 256;

const isText = (text: string, max = Infinity): boolean => text.length <= max && !text.includes('\0');

/**
 * Throws a TypeError for rows of which one is nothing that every database can hold: a NUL character (JSON has it escaped), an ID of more
 * than 256 characters, a time that is no finite number. Such a row must not come into a transaction that others share.
 */
export function checkStorable(rows: readonly Row[]): void {
  for (const { session, uid, time, received, data } of rows)
    if (
      !isText(session, MAX_ID) ||
      !isText(uid, MAX_ID) ||
      !isText(data) ||
      !Number.isFinite(time) ||
      !Number.isFinite(received)
    )
      throw new TypeError(`no row to store: ${JSON.stringify({ session, uid, time, received }).slice(0, 200)}`);
}
