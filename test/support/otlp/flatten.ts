import type { ExportLogsServiceRequest } from '../../../src/desk/otlp/gen/opentelemetry/proto/collector/logs/v1/logs_service_pb.js';
import type { AnyValue, KeyValue } from '../../../src/desk/otlp/gen/opentelemetry/proto/common/v1/common_pb.js';
import { SESSION_ID } from '../../../src/records/attributes.ts';
import type { Complain } from './json.ts';

/** An `AnyValue`, as one writes it in JavaScript. Integers are numbers as long as they are safe. */
export type Plain = null | string | number | bigint | boolean | Uint8Array | Plain[] | Attributes;

export interface Attributes {
  [name: string]: Plain;
}

/** A log record with what it shares with others. */
export interface LogRecord {
  /** Its `session.id`; empty if it has none. */
  sessionId: string;
  eventName: string;
  severityNumber: number;
  severityText: string;
  body: Plain;
  attributes: Attributes;
  resource: Attributes;
  /** Who recorded it. */
  scope: { name: string; version: string };
  /** When it happened, ms since 1970; 0 if it does not say. */
  time: number;
}

function plain(value: AnyValue | undefined, where: string, complain: Complain): Plain {
  const item = value?.value ?? { case: undefined };
  switch (item.case) {
    case undefined:
      return null;
    case 'intValue':
      return Number.isSafeInteger(Number(item.value)) ? Number(item.value) : item.value;
    case 'bytesValue':
      return new Uint8Array(item.value); // Not a Buffer, which the decoder makes of one.
    case 'arrayValue':
      return item.value.values.map((each, i) => plain(each, `${where}[${i}]`, complain));
    case 'kvlistValue':
      return attributes(item.value.values, where, complain);
    case 'stringValueStrindex':
      complain(where, 'stringValueStrindex is for profiles');
      return null;
    default:
      return item.value;
  }
}

function attributes(list: KeyValue[] = [], where: string, complain: Complain): Attributes {
  const names = new Set<string>();
  return Object.fromEntries(
    list.map(({ key, value, keyStrindex }) => {
      if (!key || keyStrindex) complain(where, 'an attribute without a key');
      if (names.has(key)) complain(where, `${key} is there twice`);
      names.add(key);
      return [key, plain(value, `${where}.${key}`, complain)];
    }),
  );
}

/** All records of a request, one after the other. */
export function flatten({ resourceLogs }: ExportLogsServiceRequest, complain: Complain): LogRecord[] {
  return resourceLogs.flatMap((ofResource) => {
    const resource = attributes(ofResource.resource?.attributes, 'resource', complain);
    return ofResource.scopeLogs.flatMap(({ scope, logRecords }) => {
      attributes(scope?.attributes, 'scope', complain);
      return logRecords.map((record): LogRecord => {
        const { eventName, severityNumber, severityText, timeUnixNano } = record;
        const own = attributes(record.attributes, `attributes of ${eventName}`, complain);
        return {
          sessionId: typeof own[SESSION_ID] == 'string' ? own[SESSION_ID] : '',
          eventName,
          severityNumber,
          severityText,
          body: plain(record.body, `body of ${eventName}`, complain),
          attributes: own,
          resource,
          scope: { name: scope?.name ?? '', version: scope?.version ?? '' },
          time: Number(timeUnixNano / 1000n) / 1000,
        };
      });
    });
  });
}
