import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { check } from './check.ts';
import { decode } from './decode.ts';
import { flatten, type LogRecord } from './flatten.ts';
import { contentType, readBody, refusal, unpack } from './http.ts';

/** A POST that has come. */
export interface Received {
  /** When it had come, ms since 1970. */
  readonly time: number;
  readonly headers: IncomingHttpHeaders;
  /** Its body's size on the wire. */
  readonly bytes: number;
  /** Its body, unpacked, as UTF-8: to look whether it has some word in it. In protobuf all strings can be found, too. */
  readonly text: string;
  readonly records: readonly LogRecord[];
  /** That of its first record; empty if it has none. */
  readonly sessionId: string;
  /** What it was answered with. */
  readonly status: number;
}

/** Why a request cannot be taken, and with which status. */
export type Refused = readonly [status: number, message: string];

/**
 * Reads a request to its end, checks it and says what it is to be refused with, if so: all of that goes to `complain`.
 * Rejects if it was cut off.
 */
export async function receive(
  request: IncomingMessage,
  limit: number,
  complain: (what: string) => void,
): Promise<{ received: Received; refused: Refused | null }> {
  const { headers } = request;
  const { bytes, body } = await readBody(request, limit);
  const time = Date.now();
  const at = (where: string, what: string) => complain(`${where}: ${what}`);
  let refused: Refused | null = refusal(request) ?? (bytes > limit ? [413, 'request body too large'] : null);
  let text = '';
  let records: LogRecord[] = [];
  try {
    if (!refused) {
      const unpacked = await unpack(body, headers['content-encoding'], limit);
      text = unpacked.toString();
      records = flatten(decode(unpacked, contentType(headers), at), at);
      check(records, bytes, at);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    refused = [code == 'ERR_BUFFER_TOO_LARGE' ? 413 : 400, message];
  }
  if (refused) at(String(refused[0]), refused[1]);
  return { received: { time, headers, bytes, text, records, sessionId: records[0]?.sessionId ?? '', status: 0 }, refused };
}
