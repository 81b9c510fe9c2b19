import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { RefusedError } from './refused.ts';
import type { Held } from './memory.ts';

/** What a piece takes beside its bytes: who sends byte by byte takes hundreds of times more. */
const PIECE = 512;

/**
 * The body as it was sent. Throws {@link RefusedError} where it is longer than `limit` bytes, there is no room for it or it is cut off.
 * From Node's own request: a web-standard one costs as much as what is done with the body.
 */
export async function readBody(c: Context, limit: number, held: Held): Promise<Uint8Array> {
  const { incoming } = c.env as HttpBindings;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Left as it is where reading ends early: the sender is to see the answer.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      // Too long: read on, so that the sender gets to see the answer; but who goes on without end is cut off.
      if (length > 16 * limit) incoming.destroy();
      if (length > limit) continue;
      if (!held.add(chunk.length + PIECE)) throw new RefusedError(429, 'more is being sent than can be held at once', 1);
      chunks.push(chunk);
    }
  } catch (error) {
    // Its sender has gone, as pages do.
    throw error instanceof RefusedError ? error : new RefusedError(400, 'the body was cut off');
  }
  if (length > limit) throw new RefusedError(413, `longer than ${limit} bytes`);
  return chunks.length == 1 ? chunks[0]! : Buffer.concat(chunks);
}
