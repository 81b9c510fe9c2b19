import type { Attributes, Plain } from '../record.ts';
import { setAttribute } from './attributes.ts';
import { createCutter, type Cutter } from './limits.ts';
import { InvalidRequestError, MOST_RECORDS, msOf, TooManyRecordsError, type Log, type Logs } from './logs.ts';

type Json = Record<string, unknown>;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function objectAt(value: unknown, where: string): Json {
  // Protobuf's JSON has null for what is not there.
  if (value == null) return {};
  if (typeof value != 'object' || Array.isArray(value)) throw new InvalidRequestError(`${where} is not an object`);
  return value as Json;
}

function listAt(value: unknown, where: string): readonly unknown[] {
  if (value == null) return [];
  if (!Array.isArray(value)) throw new InvalidRequestError(`${where} is not an array`);
  return value;
}

function textAt(value: unknown, where: string): string {
  if (value == null) return '';
  if (typeof value != 'string') throw new InvalidRequestError(`${where} is not a string`);
  return value;
}

/** Integers of 64 bits are decimal strings; receivers take numbers, too. */
function numberAt(value: unknown, where: string): number {
  if (value == null) return 0;
  if (Number.isFinite(value) || (typeof value == 'string' && /^-?\d{1,20}$/.test(value))) return Number(value);
  throw new InvalidRequestError(`${where} is not a number`);
}

/** IDs are hex, not protobuf's base64. */
function hexAt(value: unknown, length: number, where: string): string {
  const text = textAt(value, where);
  if (text && !(text.length == length && /^[0-9a-f]+$/i.test(text))) {
    throw new InvalidRequestError(`${where} is not ${length} hex digits`);
  }
  return text.toLowerCase();
}

function plain(value: unknown, cutter: Cutter): Plain {
  const any = objectAt(value, 'a value');
  if (any.stringValue != null) return cutter.text(textAt(any.stringValue, 'stringValue'));
  if (any.boolValue != null) return !!any.boolValue;
  if (any.intValue != null) {
    const number = numberAt(any.intValue, 'intValue');
    return Number.isSafeInteger(number) ? number : String(any.intValue);
  }
  if (any.doubleValue != null) {
    // NaN and the infinities are words.
    return Number.isFinite(any.doubleValue) ? (any.doubleValue as number) : cutter.text(String(any.doubleValue));
  }
  if (any.arrayValue != null) {
    const items = listAt(objectAt(any.arrayValue, 'arrayValue').values, 'arrayValue.values');
    return cutter.inside(() => cutter.some(items).map((item) => plain(item, cutter)));
  }
  if (any.kvlistValue != null) {
    const { values } = objectAt(any.kvlistValue, 'kvlistValue');
    return cutter.inside(() => attributes(values, 'kvlistValue.values', cutter));
  }
  return any.bytesValue == null ? null : cutter.text(textAt(any.bytesValue, 'bytesValue'));
}

function attributes(value: unknown, where: string, cutter: Cutter): Attributes {
  const collected: Record<string, Plain> = {};
  for (const item of cutter.some(listAt(value, where))) {
    const { key, value } = objectAt(item, where);
    setAttribute(collected, cutter.text(textAt(key, 'key')), plain(value, cutter));
  }
  return collected;
}

/**
 * The records of a request in OTLP/JSON, https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding. Fields that are not
 * OTLP's are ignored. Throws {@link InvalidRequestError} or {@link TooManyRecordsError}.
 */
export function decodeJson(body: Uint8Array): Logs {
  let json: unknown;
  try {
    json = JSON.parse(utf8.decode(body));
  } catch (error) {
    throw new InvalidRequestError(`not JSON in UTF-8: ${(error as Error).message}`);
  }
  if (json == null) throw new InvalidRequestError('the request is not an object');
  const cutter = createCutter();
  const logs: Log[] = [];
  for (const ofResource of listAt(objectAt(json, 'the request').resourceLogs, 'resourceLogs')) {
    const { resource, scopeLogs } = objectAt(ofResource, 'resourceLogs');
    const shared = attributes(objectAt(resource, 'resource').attributes, 'resource.attributes', cutter);
    for (const ofScope of listAt(scopeLogs, 'scopeLogs')) {
      const { scope, logRecords } = objectAt(ofScope, 'scopeLogs');
      const { name, version } = objectAt(scope, 'scope');
      const by = { name: cutter.text(textAt(name, 'scope.name')), version: cutter.text(textAt(version, 'scope.version')) };
      for (const item of listAt(logRecords, 'logRecords')) {
        if (logs.length == MOST_RECORDS) throw new TooManyRecordsError(`more than ${MOST_RECORDS} records in a request`);
        const record = objectAt(item, 'logRecords');
        logs.push({
          time: msOf(
            numberAt(record.timeUnixNano, 'timeUnixNano') || numberAt(record.observedTimeUnixNano, 'observedTimeUnixNano'),
          ),
          eventName: cutter.text(textAt(record.eventName, 'eventName')),
          severityNumber: numberAt(record.severityNumber, 'severityNumber'),
          severityText: cutter.text(textAt(record.severityText, 'severityText')),
          body: plain(record.body, cutter),
          attributes: attributes(record.attributes, 'attributes', cutter),
          resource: shared,
          scope: by,
          traceId: hexAt(record.traceId, 32, 'traceId'),
          spanId: hexAt(record.spanId, 16, 'spanId'),
        });
      }
    }
  }
  return { logs, cut: cutter.cut };
}
