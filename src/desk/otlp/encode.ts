import { RECORD_UID, SESSION_ID } from '../../records/attributes.ts';
import type { Attributes, DeskRecord, Plain } from '../record.ts';

function anyValue(value: Plain): object {
  if (value == null) return {};
  if (typeof value == 'string') return { stringValue: value };
  if (typeof value == 'boolean') return { boolValue: value };
  if (typeof value == 'number') return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  return { kvlistValue: { values: keyValues(value) } };
}

const keyValues = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));

/** ms as decimal nanoseconds; the µs that a number holds are kept. */
const nanos = (time: number): string => `${Math.round(time * 1_000)}000`;

function logRecord({ uid, sessionId, time, received, ...said }: DeskRecord): object {
  return {
    timeUnixNano: nanos(time),
    observedTimeUnixNano: nanos(received),
    ...(said.severityNumber && { severityNumber: said.severityNumber }),
    ...(said.severityText && { severityText: said.severityText }),
    ...(said.eventName && { eventName: said.eventName }),
    ...(said.body != null && { body: anyValue(said.body) }),
    // So that who gets it twice knows.
    attributes: keyValues({ ...said.attributes, [SESSION_ID]: sessionId, [RECORD_UID]: uid }),
    ...(said.traceId && { traceId: said.traceId }),
    ...(said.spanId && { spanId: said.spanId }),
  };
}

/**
 * Records as `resourceLogs` of a request in OTLP/JSON, which a Collector takes at `/v1/logs`. Neighbours of one resource and scope
 * stand together. Numbers without a fraction are integers.
 */
export function resourceLogsOf(records: readonly DeskRecord[]): object[] {
  const resourceLogs: { resource: object; scopeLogs: { scope: object; logRecords: object[] }[] }[] = [];
  let last = '';
  for (const record of records) {
    const of = JSON.stringify([record.resource, record.scope]);
    if (of != last) {
      const resource = { attributes: keyValues(record.resource) };
      resourceLogs.push({ resource, scopeLogs: [{ scope: record.scope, logRecords: [] }] });
      last = of;
    }
    resourceLogs.at(-1)!.scopeLogs[0]!.logRecords.push(logRecord(record));
  }
  return resourceLogs;
}
