import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { RefusedError } from './refused.ts';

const unzip = promisify<Uint8Array, object, Buffer>(gunzip);

/**
 * A body as it was before it was packed, by its `Content-Encoding`. Throws {@link RefusedError} where that would be more than `limit`
 * bytes, without unpacking more, where it is no gzip or cut off, or packed in another way.
 */
export async function unpack(body: Uint8Array, encoding: string | undefined, limit: number): Promise<Uint8Array> {
  if (!encoding || encoding == 'identity') return body;
  if (encoding != 'gzip') throw new RefusedError(415, 'Content-Encoding can be gzip, or none');
  try {
    return await unzip(body, { maxOutputLength: limit });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code == 'ERR_BUFFER_TOO_LARGE') throw new RefusedError(413, `longer than ${limit} bytes when unpacked`);
    throw new RefusedError(400, `not gzip: ${message}`);
  }
}
