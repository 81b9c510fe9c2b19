import type { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { Desk } from '../src/desk/desk.ts';
import { readSessionId } from './diagnostic-session.ts';

/** Where the badge's trail goes, and where it can be seen: the desk, which takes the shop's own address in for that. */
export function trailRoutes(shop: Hono, desk: Desk): void {
  shop.route('/', desk.intake);
  // What was recorded of the session that asks, and of nobody else's; goes on as long as it is listened to.
  shop.get('/breaks/log', (c) => {
    const id = readSessionId(c.req.raw);
    // To an EventSource that says not to ask again.
    if (!id) return c.body(null, 204);
    c.header('Content-Type', 'text/event-stream');
    return stream(c, async (listener) => {
      const ended = new AbortController();
      listener.onAbort(() => ended.abort());
      try {
        const { body } = await fetch(`${desk.url}/api/sessions/${id}/stream?since=0`, { signal: ended.signal });
        await listener.pipe(body!);
      } catch {
        // It ends with who listens, or with the desk.
      }
    });
  });
  // Support opens it by itself; in a demo one is both.
  shop.get('/desk', (c) => {
    const id = readSessionId(c.req.raw);
    return c.redirect(id ? `${desk.url}/sessions/${id}` : desk.url);
  });
}
