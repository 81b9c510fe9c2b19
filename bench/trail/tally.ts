import { gzipSync } from 'node:zlib';
import type { Intake } from '../server.ts';
import { sleep } from '../sleep.ts';

/** What came of one kind of event. */
export interface Tally {
  /** Records of it. */
  readonly records: number;
  /** How often it happened, by what these say. */
  readonly counted: number;
  /** How often it was said to have happened without a record. */
  readonly dropped: number;
}

interface OtlpRecord {
  eventName?: string;
  attributes: { key: string; value: { intValue?: string | number; stringValue?: string } }[];
}

interface Body {
  resourceLogs?: { scopeLogs: { logRecords: OtlpRecord[] }[] }[];
  exceptions?: unknown[];
  events?: { name: string }[];
}

/** What ours calls things, what OpenTelemetry and Faro are told to call theirs; Faro's own name for a violation. */
const NAMES = ['exception', 'csp.violation', 'session_badge.csp.violation', 'securitypolicyviolation'];

const isMeant = (name: string | undefined) => NAMES.includes(name!);

function ofOtlp({ eventName, attributes }: OtlpRecord): Tally {
  const value = (name: string) => attributes.find(({ key }) => key == name)?.value;
  const count = Number(value('session_badge.count')?.intValue ?? 1);
  // What waited too long for the intake has no name any more.
  const event = value('session_badge.dropped.event')?.stringValue;
  const isDropped = eventName == 'session_badge.records.dropped' && (!event || isMeant(event));
  return isDropped
    ? { records: 0, counted: 0, dropped: count }
    : { records: Number(isMeant(eventName)), counted: isMeant(eventName) ? count : 0, dropped: 0 };
}

function ofBody(body: Buffer): Tally {
  const { resourceLogs, exceptions = [], events = [] } = JSON.parse(body.toString()) as Body;
  const otlp = resourceLogs?.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords));
  if (otlp) return sum(otlp.map(ofOtlp));
  const records = exceptions.length + events.filter(({ name }) => isMeant(name)).length;
  return { records, counted: records, dropped: 0 };
}

const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (a, b) => ({ records: a.records + b.records, counted: a.counted + b.counted, dropped: a.dropped + b.dropped }),
    { records: 0, counted: 0, dropped: 0 },
  );

const tally = (bodies: readonly Buffer[]): Tally => sum(bodies.map(ofBody));

export interface Arrived extends Tally {
  /** Bytes of bodies for each record, of the bodies that have any: as sent, and by gzip. */
  readonly plain: number;
  readonly gzip: number;
}

/**
 * Waits until what has come to an intake since it had so many bodies says that it has happened so often, whether there is a record
 * of each or not. Throws where that takes long, or more comes.
 */
export async function arrival(name: string, { bodies }: Intake, since: number, count: number): Promise<Arrived> {
  const end = Date.now() + 10_000;
  for (let seen = -1; ; await sleep(50)) {
    if (bodies.length == seen && Date.now() < end) continue;
    seen = bodies.length;
    const came = bodies.slice(since);
    const all = tally(came);
    const told = all.counted + all.dropped;
    if (told > count || Date.now() > end) throw new Error(`${name}: ${told} have arrived of ${count}`);
    if (told < count) continue;
    const meant = came.filter((body) => ofBody(body).records);
    const bytes = (of: (body: Buffer) => number) => meant.reduce((sum, body) => sum + of(body), 0) / all.records;
    return { ...all, plain: bytes(({ length }) => length), gzip: bytes((body) => gzipSync(body, { level: 6 }).length) };
  }
}
