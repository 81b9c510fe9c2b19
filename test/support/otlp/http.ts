import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { JSON_TYPE, PROTOBUF_TYPE } from './decode.ts';

/** What goes back. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** Which pages of other origins may send, https://github.com/rs/cors as OpenTelemetry's Collector uses it. */
export interface CorsOptions {
  /**
   * Default: `*`. As in a Collector, browsers then take no answer to what is sent with credentials, and `sendBeacon` always
   * sends with them: list the origins where beacons of JSON shall come.
   */
  origins?: readonly string[];
  /** Headers that requests may have, lower case. Default: a Collector's own. */
  headers?: readonly string[];
  /** Headers of answers that pages may read, such as `retry-after`. Default: none. */
  expose?: readonly string[];
}

/** The headers for a page of another origin; none where it may not send. */
export function corsHeaders(
  { origins, headers = ['accept', 'content-type', 'x-requested-with'], expose }: CorsOptions,
  request: IncomingHttpHeaders,
  isPreflight: boolean,
): Record<string, string> {
  const vary = { vary: 'origin' };
  const { origin } = request;
  if (!origin || (origins && !origins.includes(origin))) return vary;
  const asked = request['access-control-request-headers'] ?? '';
  if (isPreflight && asked.split(/ *, */).some((name) => name && !headers.includes(name))) return vary;
  return {
    ...vary,
    'access-control-allow-origin': origins ? origin : '*',
    'access-control-allow-credentials': 'true',
    ...(isPreflight
      ? { 'access-control-allow-methods': 'POST', ...(asked && { 'access-control-allow-headers': asked }) }
      : expose && { 'access-control-expose-headers': expose.join() }),
  };
}

/** gRPC's codes, of which a Collector puts one into its `Status`. */
const CODE: Record<number, number> = { 400: 3, 401: 16, 403: 7, 429: 8, 502: 14, 503: 14, 504: 14 };

/** What a Collector says beside that status: `ExportLogsServiceResponse`, or `Status` with a message; in the request's encoding. */
export function bodyFor(status: number, type: string, message = `answered ${status}`): string | Uint8Array {
  const isJson = type == JSON_TYPE;
  if (status < 300) return isJson ? '{"partialSuccess":{}}' : '';
  const code = CODE[status] ?? 2;
  if (isJson) return JSON.stringify({ code, message });
  return new BinaryWriter().tag(1, WireType.Varint).int32(code).tag(2, WireType.LengthDelimited).string(message).finish();
}

/** What a request is refused with that has a body which nobody reads; null if it may be read. */
export function refusal({ method, headers }: IncomingMessage): [status: number, message: string] | null {
  if (method != 'POST') return [405, '405 method not allowed, supported: [POST]'];
  // Not text/plain either, which is what sendBeacon makes of a string.
  if (![JSON_TYPE, PROTOBUF_TYPE].includes(contentType(headers))) {
    return [415, `415 unsupported media type, supported: [${JSON_TYPE}, ${PROTOBUF_TYPE}]`];
  }
  return null;
}

/** Without parameters; empty if there is none. */
export const contentType = (headers: IncomingHttpHeaders): string =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

/** All of it, to its end, so that the sender gets to read the answer. What is beyond `limit` is counted, not kept. */
export async function readBody(request: IncomingMessage, limit: number): Promise<{ bytes: number; body: Buffer }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
  }
  return { bytes, body: Buffer.concat(chunks) };
}

/** Throws, with the code `ERR_BUFFER_TOO_LARGE` if it is longer than that; otherwise if it cannot be read. */
export async function unpack(body: Buffer, encoding: string | undefined, maxOutputLength: number): Promise<Buffer> {
  if (!encoding || encoding == 'identity') return body;
  if (encoding != 'gzip') throw new Error(`unsupported Content-Encoding: ${encoding}`);
  return promisify<Buffer, object, Buffer>(gunzip)(body, { maxOutputLength });
}
