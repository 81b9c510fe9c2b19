import { fromBinary, fromJson, type JsonValue } from '@bufbuild/protobuf';
import {
  ExportLogsServiceRequestSchema as schema,
  type ExportLogsServiceRequest,
} from '../../../src/desk/otlp/gen/opentelemetry/proto/collector/logs/v1/logs_service_pb.js';
import { toProtobufJson, type Complain } from './json.ts';

export const JSON_TYPE = 'application/json';
export const PROTOBUF_TYPE = 'application/x-protobuf';

/** Without a mark at its start: Go takes none. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Finds the fields that the schema does not have; the decoder keeps them under `$unknown`. */
function findUnknown(message: object, complain: Complain, where = ''): void {
  for (const [key, value] of Object.entries(message)) {
    if (key == '$unknown') {
      for (const { no } of value as { no: number }[]) complain(where || 'request', `unknown field ${no}`);
    } else if (typeof value == 'object' && value && !(value instanceof Uint8Array)) {
      findUnknown(value, complain, where ? `${where}.${key}` : key);
    }
  }
}

/** What an OTLP request says. Throws if it says nothing; what is wrong but can be read goes to `complain`. */
export function decode(body: Uint8Array, type: string, complain: Complain): ExportLogsServiceRequest {
  if (type == JSON_TYPE) {
    const json = toProtobufJson(schema, JSON.parse(utf8.decode(body)), complain);
    return fromJson(schema, json as JsonValue, { ignoreUnknownFields: false });
  }
  const request = fromBinary(schema, body, { readUnknownFields: true });
  findUnknown(request, complain);
  return request;
}
