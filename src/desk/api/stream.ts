import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Followers, Happening } from '../followers.ts';
import { recordOf } from '../record.ts';
import type { EventStore } from '../store/event-store.ts';

/** How often to look where nobody has told, ms: another desk may share the database. */
const LOOK = 2_000;
/** How far to look back, ms: what came first may be written last. */
const OVERLAP = 30_000;
/** How often to say something where there is nothing to tell, ms, so that no proxy on the way takes it for dead. */
const BEAT = 20_000;

/**
 * Server-sent events: `records`, with those that came (ms) at `?since=` or later, then with what comes; `erased`. Who comes back after a
 * cut gets some of them again.
 */
export function streamRecords(
  c: Context,
  session: string,
  { store, followers }: { readonly store: EventStore; readonly followers: Followers },
): Response {
  const since = Number(c.req.header('Last-Event-ID') ?? c.req.query('since') ?? Date.now());
  if (!(since >= 0)) return c.json({ message: '`since` is a time in ms since 1970' }, 400);
  // To nginx, which would collect what it passes on.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const told = new Set<string>();
    const happened: Happening[] = ['records'];
    let from = since - OVERLAP;
    let wake = () => {};
    const end = followers.follow(session, (what) => {
      happened.push(what);
      wake();
    });
    stream.onAbort(() => wake());

    let beat = Date.now();
    try {
      // So that the other side has its answer's head at once.
      await stream.write(': follows\n\n');
      while (!stream.aborted) {
        if (happened.splice(0).includes('erased')) {
          told.clear();
          await stream.writeSSE({ event: 'erased', data: '' });
        }
        const rows = await store.arrivedSince(session, from);
        const fresh = rows.filter(({ uid }) => !told.has(uid));
        for (const { uid, received } of fresh) {
          told.add(uid);
          from = Math.max(from, received - OVERLAP);
        }
        if (fresh.length) {
          await stream.writeSSE({ event: 'records', data: JSON.stringify(fresh.map(recordOf)), id: String(from) });
        } else if (Date.now() - beat > BEAT) {
          beat = Date.now();
          await stream.write(': still there\n\n');
        }
        if (!happened.length && !stream.aborted) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, LOOK);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
      }
    } finally {
      end();
    }
  });
}
