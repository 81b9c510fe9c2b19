import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { TooLongError } from './unpack.ts';

/**
 * The body as it was sent, at most `limit` bytes of it: throws {@link TooLongError}, and reads the rest without keeping it, so that
 * the sender gets to see the answer. From Node's own request: a web-standard one costs as much as what is done with the body.
 */
export async function readBody(c: Context, limit: number): Promise<Uint8Array> {
  const { incoming } = c.env as HttpBindings;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    // Who goes on without end is cut off.
    else if (length > 16 * limit) break;
  }
  if (length > limit) throw new TooLongError(`longer than ${limit} bytes`);
  return chunks.length == 1 ? chunks[0]! : Buffer.concat(chunks);
}
