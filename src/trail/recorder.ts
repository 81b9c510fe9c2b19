import {
  COUNT,
  DROPPED_EVENT,
  EXCEPTION,
  EXCEPTION_MESSAGE,
  EXCEPTION_TYPE,
  HTTP_STATUS,
  ID_COPIED,
  PAGE_PATH,
  RECORD_UID,
  RECORDS_DROPPED,
  SESSION_ID,
} from '../records/index.js';
import { attempt } from '../session/attempt.js';
import { hint, NAME } from '../session/hint.js';
import { clean } from './clean.js';
import type { Numbers } from './numbers.js';
import { WARN, type Emit, type TrailRecord } from './record.js';
import { safePath } from './safe-url.js';
import type { LogSink, TrailOptions } from './types.js';
import { makeUid } from './uid.js';

/** How long a record waits for others, ms. */
const PATIENCE = 1_000;
/** After one was handed on, the same again is only counted for so long, ms. */
const QUIET = 10_000;

/** Name and version of the instrumentation that a record is from. */
type Scope = [name: string, version?: string];

/** A record that waits, or that has been handed on lately. */
interface Kept {
  readonly scope: Scope;
  record: TrailRecord;
  sessionId: string | undefined;
  page: string;
  /** How often it has happened since it was handed on last. */
  count: number;
  /** When it is to be handed on; with a count of 0, to be forgotten. */
  due: number;
}

/** Where all that happens comes together: each record gets its session, is counted where it repeats, cleaned, and handed on. */
export interface Recorder {
  readonly emit: Emit;
  /** The same as OpenTelemetry's instrumentations want it. */
  readonly provider: LogSink;
  /** The last records that were handed on. */
  readonly ring: readonly TrailRecord[];
  /** Hands on all that waits and has a session. */
  flush(): void;
  /** Says that so many records of that session were given up. */
  lose(records: number, sessionId: string): void;
  /** Throws away what waits, of those sessions or of all. */
  clear(isDead?: (sessionId: string) => boolean): void;
}

/** What tells two records apart: all of their texts. Numbers are durations and places, but for a status. */
function keyOf({ eventName, body, attributes = {} }: TrailRecord): string {
  const texts = [eventName, String(body)];
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value == 'string' || name == HTTP_STATUS) texts.push(String(value));
  }
  // The length beside the beginning: a text of a megabyte is not worth a key of one.
  return texts.map((text) => text && text.length + text.slice(0, 300)).join('\n');
}

/** What was thrown is neither an Error nor a text: OpenTelemetry's instrumentation says nothing about it, `odd-errors.ts` does. */
const isEmpty = ({ eventName, attributes }: TrailRecord): boolean =>
  eventName == EXCEPTION && !attributes?.[EXCEPTION_TYPE] && !attributes?.[EXCEPTION_MESSAGE];

/** In ms since 1970; what web vitals tell is ms since the page began. */
function timeOf({ timestamp }: TrailRecord, now: number): number {
  if (Array.isArray(timestamp)) return timestamp[0] * 1_000 + timestamp[1] / 1e6;
  const ms = Number(timestamp ?? now);
  return ms < performance.timeOrigin ? performance.timeOrigin + ms : ms;
}

/** What a recorder asks for. */
interface RecorderOptions extends Pick<TrailOptions, 'redact'>, Pick<Numbers, 'ringSize' | 'maxPerMinute'> {
  /** Gets all that is recorded, at most {@link PATIENCE} later. */
  readonly sink: LogSink;
  /** The current session's, if there is one. */
  readonly sessionId: () => string | undefined;
  readonly mayRecord: () => boolean;
  /** Called when those that were due have been handed on. */
  readonly handed: () => void;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const { sink, sessionId, mayRecord, handed, redact, ringSize, maxPerMinute } = options;
  const kept = new Map<string, Kept>();
  const ring: TrailRecord[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the customer has copied the ID: support may look at any moment, and is to see how often things have happened. */
  let isAsked = false;
  let minute = 0;
  let left = 0;

  /** Whether there is room for one more in this minute. */
  function hasRoom(now: number): boolean {
    if (now - minute >= 60_000 || now < minute) [minute, left] = [now, maxPerMinute];
    return left-- > 0;
  }

  function keep(scope: Scope, record: TrailRecord, session = sessionId(), count = 1): void {
    if (isEmpty(record) || !mayRecord()) return;
    const now = Date.now();
    const key = `${session}\n${keyOf(record)}`;
    const known = kept.get(key);
    if (known?.count) {
      known.count += count;
      return;
    }
    if (!known && record.eventName != RECORDS_DROPPED && !hasRoom(now)) return lose(1, session, record.eventName);
    kept.set(key, {
      scope,
      record: { ...record, timestamp: timeOf(record, now) },
      sessionId: session,
      page: location.href,
      count,
      due: known?.due ?? now,
    });
    isAsked ||= record.eventName == ID_COPIED;
    timer ??= setTimeout(pass, PATIENCE);
  }

  const lose = (records: number, session: string | undefined, event?: string): void =>
    keep(
      [NAME],
      { eventName: RECORDS_DROPPED, severityNumber: WARN, attributes: { [DROPPED_EVENT]: event } },
      session,
      records,
    );

  let last: [page: string, path: string] = ['', ''];
  /** Mostly that of the record before. */
  function pathOf(page: string): string {
    if (last[0] != page) last = [page, safePath(page)];
    return last[1];
  }

  /** What the host wants to be told of it; undefined for nothing. */
  function redacted(record: TrailRecord): TrailRecord | null | undefined {
    try {
      return redact ? redact(record) : record;
    } catch (error) {
      hint('redact', String(error), 'warn');
      return undefined;
    }
  }

  function hand({ scope, record, page, count, sessionId }: Kept): void {
    const cleaned = clean(record, scope[0] == NAME);
    const counted = count > 1 && { [COUNT]: count };
    const left = redacted({ ...cleaned, attributes: { ...cleaned.attributes, [PAGE_PATH]: pathOf(page), ...counted } });
    if (!left) return;
    const told = { ...left, attributes: { ...left.attributes, [SESSION_ID]: sessionId, [RECORD_UID]: makeUid() } };
    ring.push(told);
    if (ring.length > ringSize) ring.shift();
    try {
      sink.getLogger(...scope).emit(told);
    } catch (error) {
      hint('logger-provider', String(error), 'warn');
    }
  }

  function flush(isAll: boolean): void {
    const now = Date.now();
    for (const [key, entry] of kept) {
      if (!entry.count) entry.due <= now && kept.delete(key);
      else if ((isAll || entry.due <= now) && (entry.sessionId ??= sessionId())) {
        // What somebody has thrown may throw again on being looked at, and takes nothing but itself with it.
        attempt(() => hand(entry));
        entry.count = 0;
        entry.due = now + QUIET;
      }
    }
    handed();
  }

  function pass(): void {
    timer = undefined;
    flush(isAsked);
    isAsked = false;
    if (kept.size) timer = setTimeout(pass, PATIENCE);
  }

  const logger = (...scope: Scope) => ({
    emit: (record: TrailRecord, session?: string) => void attempt(() => keep(scope, record, session)),
    enabled: () => true,
  });

  return {
    emit: logger(NAME).emit,
    provider: { getLogger: logger },
    ring,
    flush: () => flush(true),
    lose,
    clear(isDead) {
      for (const [key, { sessionId: id }] of kept) if (!isDead || (id && isDead(id))) kept.delete(key);
      if (!isDead) ring.length = 0;
    },
  };
}
