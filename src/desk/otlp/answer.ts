import { create, toBinary } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ExportLogsServiceResponseSchema } from './gen/opentelemetry/proto/collector/logs/v1/logs_service_pb.js';

export const JSON_TYPE = 'application/json';
export const PROTOBUF_TYPE = 'application/x-protobuf';

/** gRPC's codes, https://grpc.io/docs/guides/status-codes/, for the HTTP statuses that are answered here. */
const CODE: Readonly<Record<number, number>> = { 400: 3, 403: 7, 413: 3, 415: 3, 429: 8, 503: 14 };

/** A request's answer, in its own encoding. */
export interface Answer {
  readonly type: typeof JSON_TYPE | typeof PROTOBUF_TYPE;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/**
 * `ExportLogsServiceResponse`, https://opentelemetry.io/docs/specs/otlp/#full-success-1: with a message where not all is as it was
 * sent. None rejected and a message is a warning.
 */
export function success(isProtobuf: boolean, rejected = 0, message = ''): Answer {
  if (!isProtobuf) {
    const partialSuccess = { rejectedLogRecords: String(rejected), errorMessage: message };
    return { type: JSON_TYPE, body: message ? JSON.stringify({ partialSuccess }) : '{}' };
  }
  const response = create(ExportLogsServiceResponseSchema, {
    ...(message && { partialSuccess: { rejectedLogRecords: BigInt(rejected), errorMessage: message } }),
  });
  return { type: PROTOBUF_TYPE, body: toBinary(ExportLogsServiceResponseSchema, response) };
}

/** `Status` of https://github.com/googleapis/googleapis/blob/master/google/rpc/status.proto, https://opentelemetry.io/docs/specs/otlp/#failures-1. */
export function failure(isProtobuf: boolean, status: number, message: string): Answer {
  const code = CODE[status] ?? 2;
  if (!isProtobuf) return { type: JSON_TYPE, body: JSON.stringify({ code, message }) };
  const writer = new BinaryWriter().tag(1, WireType.Varint).int32(code).tag(2, WireType.LengthDelimited).string(message);
  return { type: PROTOBUF_TYPE, body: writer.finish() };
}
