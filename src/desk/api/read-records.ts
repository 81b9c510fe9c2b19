import { setImmediate as turn } from 'node:timers/promises';
import { recordOf, type DeskRecord, type Row } from '../record.ts';
import type { EventStore, Position } from '../store/event-store.ts';

/** How many are read at a time: each time all of the session are put in order. */
const SOME = 1_000;

/** A session's rows in order, from after that position, some at a time: whatever else is asked has its turn in between. */
export async function* rowsOf(store: EventStore, session: string, after?: Position): AsyncGenerator<Row[]> {
  for (;;) {
    const rows = await store.read(session, { after, limit: SOME });
    if (rows.length) yield rows;
    if (rows.length < SOME) return;
    after = rows.at(-1);
    await turn();
  }
}

/** The records of the first of them: at most so many, and none more once there are so many characters of text. `isAll`: whether there are no others. */
export async function firstOf(
  all: AsyncIterable<readonly Row[]>,
  { most, characters }: { readonly most: number; readonly characters: number },
): Promise<{ records: DeskRecord[]; isAll: boolean }> {
  const records: DeskRecord[] = [];
  let length = 0;
  for await (const some of all) {
    for (const row of some) {
      if (records.length == most || length > characters) return { records, isAll: false };
      records.push(recordOf(row));
      length += row.data.length;
    }
  }
  return { records, isAll: true };
}
