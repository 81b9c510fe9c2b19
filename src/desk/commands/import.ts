import { createInterface } from 'node:readline';
import { isSessionId } from '../../session/session-id.ts';
import { isUid, type Content, type Row } from '../record.ts';
import { openStore, type StorePlace } from '../store/open-store.ts';
import { sayProgress } from './progress.ts';

/** How many rows go into the store together. */
const TOGETHER = 500;

const isObject = (value: unknown) => typeof value == 'object' && value != null && !Array.isArray(value);

/** Whether it says what every record says, so that whoever reads it later can rely on that. */
function isContent(value: unknown): value is Content {
  if (!isObject(value)) return false;
  const { eventName, severityText, traceId, spanId, severityNumber, attributes, resource, scope } = value as Partial<Content>;
  return (
    [eventName, severityText, traceId, spanId, scope?.name, scope?.version].every((text) => typeof text == 'string') &&
    typeof severityNumber == 'number' &&
    isObject(attributes) &&
    isObject(resource)
  );
}

/** As `Date` has it. */
const isTime = (time: unknown) => typeof time == 'number' && time >= 0 && time <= 8.64e15;

function rowOf(line: string, number: number): Row {
  const wrong = (why: string) => new Error(`line ${number} is no record of an export: ${why}`);
  let row: Row;
  try {
    row = JSON.parse(line) as Row;
    if (!isContent(JSON.parse(row.data))) throw new Error('`data` has not all that a record says');
  } catch (error) {
    throw wrong((error as Error).message);
  }
  const { session, uid, time, received, data } = row;
  if (session !== '' && !isSessionId(session)) throw wrong('`session` is no session ID');
  if (!isUid(uid)) throw wrong('`uid` is not 1 to 64 characters of ASCII');
  if (!isTime(time) || !isTime(received)) throw wrong('`time` and `received` are not ms since 1970');
  return { session, uid, time, received, data };
}

/**
 * Takes in what an export has written, from standard input. What is there already is passed over, so that it can be done again
 * after it was broken off. Rejects at the first line that is no record; what was before it is in.
 */
export async function importRecords(place: StorePlace): Promise<void> {
  const store = await openStore(place);
  const progress = sayProgress('imported');
  let rows: Row[] = [];
  const add = async () => {
    await store.add(rows);
    progress.add(rows.length);
    rows = [];
  };
  try {
    let number = 0;
    for await (const line of createInterface({ input: process.stdin })) {
      number++;
      if (!line) continue;
      rows.push(rowOf(line, number));
      if (rows.length == TOGETHER) await add();
    }
    if (rows.length) await add();
  } finally {
    await store.close();
  }
  progress.end();
}
