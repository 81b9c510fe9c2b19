import { RECORD_UID, SESSION_ID } from '../../records/attributes.ts';
import { isSessionId } from '../../session/session-id.ts';
import { createHash } from 'node:crypto';
import type { Log } from '../otlp/logs.ts';
import { isUid, type Row } from '../record.ts';
import { RefusedError } from './refused.ts';

/** How long a record may be as it is stored, in characters of JSON. */
const LONGEST_RECORD = 131_072;
/** How long all of a request may be so: each record has its resource with it, which a request says once. */
const LONGEST_TOGETHER = 32 * 1024 * 1024;
/** How far ahead of ours a clock may be, ms. */
const AHEAD = 24 * 3_600_000;

/** What became of a request's records. */
export interface Sorted {
  readonly rows: readonly Row[];
  /** How long they are together, in characters of JSON. */
  readonly length: number;
  /** Why the others were not taken, and how many. */
  readonly rejected: Tally;
  /** What is not as it was sent, and how often. */
  readonly changed: Tally;
}

type Tally = ReadonlyMap<string, number>;

/** https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
const severityOf = (number: number): number => (Number.isInteger(number) && number > 0 && number <= 24 ? number : 0);

/**
 * The records as rows to store. What names no session is kept under the empty one. A time that is no time at which a record kept
 * for so long (`retention`, ms) can have happened is a clock that is wrong: such records are moved to `now`, ms since 1970, at
 * the distances from each other that they had. Throws {@link RefusedError} where all of it is too long.
 */
export function sortLogs(logs: readonly Log[], now: number, retention: number): Sorted {
  const rejected = new Map<string, number>();
  const changed = new Map<string, number>();
  const add = (tally: Map<string, number>, why: string) => tally.set(why, (tally.get(why) ?? 0) + 1);

  const isPlausible = (time: number) => time > now - retention && time < now + AHEAD;
  const newestOfWrong = Math.max(...logs.map(({ time }) => (isPlausible(time) ? -Infinity : time)));
  const shifted = (time: number) => now - Math.min(newestOfWrong - time, retention / 2);

  const hashes = new Map<string, number>();
  /** By what it says, for who sends no uid: the same request again has the same ones. */
  function hashOf(session: string, { time }: Log, data: string): string {
    const hash = createHash('sha1').update(`${session}\n${time}\n${data}`).digest('base64url');
    const before = hashes.get(hash) ?? 0;
    hashes.set(hash, before + 1);
    return before ? `${hash}.${before}` : hash;
  }

  // Neighbours share these: they are the longer half.
  const texts = new Map<object, string>();
  function textOf(shared: object): string {
    const text = texts.get(shared) ?? JSON.stringify(shared);
    texts.set(shared, text);
    return text;
  }

  const rows: Row[] = [];
  let length = 0;
  for (const log of logs) {
    const { time, eventName, severityText, body, attributes, resource, scope, traceId, spanId } = log;
    const session = attributes[SESSION_ID] ?? resource[SESSION_ID] ?? '';
    if (session !== '' && !isSessionId(session)) {
      add(rejected, `${SESSION_ID} is not 8 to 64 characters of A-Z a-z 0-9 _ -`);
      continue;
    }
    const severityNumber = severityOf(log.severityNumber);
    // One by one: what is left of an object without some of it takes as long to make as to write.
    const own = { eventName, severityNumber, severityText, body, attributes, traceId, spanId };
    const data = `${JSON.stringify(own).slice(0, -1)},"resource":${textOf(resource)},"scope":${textOf(scope)}}`;
    if (data.length > LONGEST_RECORD) {
      add(rejected, `longer than ${LONGEST_RECORD} characters`);
      continue;
    }
    length += data.length;
    if (length > LONGEST_TOGETHER) {
      throw new RefusedError(413, `longer than ${LONGEST_TOGETHER} characters, each record with its resource`);
    }
    if (!session) add(changed, `without ${SESSION_ID}: kept apart`);
    if (!isPlausible(time)) add(changed, 'with a time that cannot be: moved to now');
    const uid = attributes[RECORD_UID];
    rows.push({
      session,
      uid: isUid(uid) ? uid : hashOf(session, log, data),
      time: isPlausible(time) ? time : shifted(time),
      received: now,
      data,
    });
  }
  return { rows, length, rejected, changed };
}
