import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unzip = promisify<Uint8Array, object, Buffer>(gunzip);

/** Longer than it may be once it is unpacked. HTTP 413. */
export class TooLongError extends Error {
  override name = 'TooLongError';
}

/** A body as it was before gzip, at most `limit` bytes of it: throws {@link TooLongError}, without unpacking more. Throws an `Error` where it is no gzip, or cut off. */
export async function unpack(body: Uint8Array, limit: number): Promise<Uint8Array> {
  try {
    return await unzip(body, { maxOutputLength: limit });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code != 'ERR_BUFFER_TOO_LARGE') throw error;
    throw new TooLongError(`longer than ${limit} bytes when unpacked`);
  }
}
