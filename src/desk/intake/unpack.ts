import { gunzipSync } from 'node:zlib';
import { RefusedError } from './refused.ts';

/**
 * A body as it was before it was packed, by its `Content-Encoding`. Throws {@link RefusedError} where that would be more than `limit`
 * bytes, without unpacking more, where it is no gzip or cut off, or packed in another way.
 * At once: many that are unpacked side by side are in memory side by side.
 */
export function unpack(body: Uint8Array, encoding: string | undefined, limit: number): Uint8Array {
  if (!encoding || encoding == 'identity') return body;
  if (encoding != 'gzip') throw new RefusedError(415, 'Content-Encoding can be gzip, or none');
  try {
    return gunzipSync(body, { maxOutputLength: limit });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code == 'ERR_BUFFER_TOO_LARGE') throw new RefusedError(413, `longer than ${limit} bytes when unpacked`);
    throw new RefusedError(400, `not gzip: ${message}`);
  }
}
