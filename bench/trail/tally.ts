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

/** What ours calls things, and what OpenTelemetry and Faro are told to call theirs; Faro's own name for a violation. */
const NAMES = [
  'exception',
  'csp.violation',
  'session_badge.csp.violation',
  'securitypolicyviolation',
  'session_badge.id.copied',
];

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

/** Of all bodies, and of them those that have any of it. */
export function tally(bodies: readonly Buffer[]): Tally & { readonly bodies: readonly Buffer[] } {
  const each = bodies.map((body) => ({ body, ...ofBody(body) }));
  return { ...sum(each), bodies: each.filter(({ records }) => records).map(({ body }) => body) };
}
