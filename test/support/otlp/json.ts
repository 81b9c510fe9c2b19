import { ScalarType, type DescField, type DescMessage } from '@bufbuild/protobuf';

/** Takes what is wrong, though the request can be read: where, and what. */
export type Complain = (where: string, what: string) => void;

/** What IDs are in JSON: hex, in OTLP, and of that length. */
const ID_LENGTH: Record<string, number> = { trace_id: 32, span_id: 16 };

function scalar(field: DescField, value: unknown, where: string, complain: Complain): unknown {
  if (field.scalar == ScalarType.FIXED64 && !(typeof value == 'string' && /^\d+$/.test(value))) {
    complain(where, `${JSON.stringify(value)} is no decimal string`);
  }
  const length = field.scalar == ScalarType.BYTES && ID_LENGTH[field.name];
  if (!length) return value;
  if (typeof value != 'string' || (value && !new RegExp(`^[0-9a-f]{${length}}$`, 'i').test(value))) {
    throw new Error(`${where}: ${JSON.stringify(value)} is not ${length} hex digits`);
  }
  return Buffer.from(value, 'hex').toString('base64');
}

/**
 * OTLP/JSON as protobuf's own JSON, which the generated decoder reads. Where they differ
 * (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding), and what protobuf allows but receivers do not all read:
 * fields that the schema does not have are complained of and left out, as a Collector ignores them.
 * Throws where OTLP forbids what protobuf allows.
 */
export function toProtobufJson(schema: DescMessage, json: unknown, complain: Complain, where = ''): unknown {
  if (typeof json != 'object' || !json || Array.isArray(json)) return json; // The decoder says it better.
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    const at = where ? `${where}.${key}` : key;
    const field = schema.fields.find(({ jsonName }) => jsonName == key);
    if (!field) complain(at, 'unknown field');
    // JSON's way to write NaN and Infinity: the value is lost on the way, and nobody is told.
    else if (value === null && field.oneof) complain(at, 'null in place of a value');
    else if (field.fieldKind == 'enum') {
      // Its name is protobuf's other way to write it, and forbidden here.
      if (!Number.isInteger(value)) throw new Error(`${at}: ${JSON.stringify(value)} in place of the enum's number`);
      result[key] = value;
    } else if (field.fieldKind == 'message') result[key] = toProtobufJson(field.message, value, complain, at);
    else if (field.fieldKind == 'list' && field.listKind == 'message' && Array.isArray(value)) {
      result[key] = value.map((item, i) => toProtobufJson(field.message, item, complain, `${at}[${i}]`));
    } else result[key] = scalar(field, value, at, complain);
  }
  return result;
}
