import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { readSessionId } from './diagnostic-session.ts';
import { recordsOf, type Recorded } from './otlp.ts';
import { createTrailLog } from './trail-log.ts';

/** What browsers let a page send as it goes is a quarter of that, in bytes. */
const LONGEST_REQUEST = 256 * 1024;

/** Where the badge's trail goes, and where it can be seen: what a desk or a collector does otherwise. */
export function trailRoutes(shop: Hono): void {
  const log = createTrailLog();
  const tooMuch = bodyLimit({
    maxSize: LONGEST_REQUEST,
    onError: (c) => c.json({ message: 'more than 256 KiB' }, 413),
  });
  shop.post('/v1/logs', tooMuch, async (c) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
      return c.json({ message: 'takes application/json only' }, 415);
    }
    try {
      log.add(recordsOf(await c.req.text()));
    } catch {
      return c.json({ message: 'not a request for logs in OTLP/JSON' }, 400);
    }
    return c.json({});
  });
  // What was recorded of the session that asks, and of nobody else's; goes on as long as it is listened to.
  shop.get('/breaks/log', (c) => {
    const id = readSessionId(c.req.raw);
    // To an EventSource that says not to ask again.
    if (!id) return c.body(null, 204);
    return streamSSE(c, async (stream) => {
      const send = (records: readonly Recorded[]) => void stream.writeSSE({ data: JSON.stringify(records) });
      const end = log.follow(id, send);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      end();
    });
  });
}
