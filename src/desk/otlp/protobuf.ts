import { fromBinary } from '@bufbuild/protobuf';
import type { Attributes, Plain } from '../record.ts';
import { ExportLogsServiceRequestSchema } from './gen/opentelemetry/proto/collector/logs/v1/logs_service_pb.js';
import type { AnyValue, KeyValue } from './gen/opentelemetry/proto/common/v1/common_pb.js';
import { setAttribute } from './attributes.ts';
import { createCutter, type Cutter } from './limits.ts';
import { InvalidRequestError, MOST_RECORDS, msOf, TooManyRecordsError, type Log, type Logs } from './logs.ts';

function plain(value: AnyValue | undefined, cutter: Cutter): Plain {
  const item = value?.value;
  switch (item?.case) {
    case 'stringValue':
      return cutter.text(item.value);
    case 'boolValue':
      return item.value;
    case 'doubleValue':
      return Number.isFinite(item.value) ? item.value : String(item.value);
    case 'intValue': {
      const number = Number(item.value);
      return Number.isSafeInteger(number) ? number : String(item.value);
    }
    case 'arrayValue':
      return cutter.inside(() => cutter.some(item.value.values).map((each) => plain(each, cutter)));
    case 'kvlistValue':
      return cutter.inside(() => attributes(item.value.values, cutter));
    case 'bytesValue':
      return cutter.text(Buffer.from(item.value).toString('base64'));
    default:
      return null;
  }
}

function attributes(list: readonly KeyValue[] = [], cutter: Cutter): Attributes {
  const collected: Record<string, Plain> = {};
  for (const { key, value } of cutter.some(list)) setAttribute(collected, cutter.text(key), plain(value, cutter));
  return collected;
}

function hex(bytes: Uint8Array, length: number, where: string): string {
  if (bytes.length && bytes.length != length) throw new InvalidRequestError(`${where} is not ${length} bytes`);
  return Buffer.from(bytes).toString('hex');
}

/** The records of a request in OTLP/protobuf. Throws {@link InvalidRequestError} or {@link TooManyRecordsError}. */
export function decodeProtobuf(body: Uint8Array): Logs {
  let request;
  try {
    request = fromBinary(ExportLogsServiceRequestSchema, body, { readUnknownFields: false });
  } catch (error) {
    throw new InvalidRequestError(`not an ExportLogsServiceRequest in protobuf: ${(error as Error).message}`);
  }
  const cutter = createCutter();
  const logs: Log[] = [];
  for (const { resource, scopeLogs } of request.resourceLogs) {
    const shared = attributes(resource?.attributes, cutter);
    for (const { scope, logRecords } of scopeLogs) {
      const by = { name: cutter.text(scope?.name ?? ''), version: cutter.text(scope?.version ?? '') };
      if (logs.length + logRecords.length > MOST_RECORDS) {
        throw new TooManyRecordsError(`more than ${MOST_RECORDS} records in a request`);
      }
      for (const record of logRecords) {
        logs.push({
          time: msOf(Number(record.timeUnixNano || record.observedTimeUnixNano)),
          eventName: cutter.text(record.eventName),
          severityNumber: record.severityNumber,
          severityText: cutter.text(record.severityText),
          body: plain(record.body, cutter),
          attributes: attributes(record.attributes, cutter),
          resource: shared,
          scope: by,
          traceId: hex(record.traceId, 16, 'traceId'),
          spanId: hex(record.spanId, 8, 'spanId'),
        });
      }
    }
  }
  return { logs, cut: cutter.cut };
}
