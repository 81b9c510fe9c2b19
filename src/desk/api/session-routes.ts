import { Hono, type Context } from 'hono';
import { isSessionId, sessionIdTime } from '../../session/session-id.ts';
import type { Followers } from '../followers.ts';
import type { SessionCap } from '../intake/session-cap.ts';
import { encodeJson } from '../otlp/encode.ts';
import { recordOf, type DeskRecord } from '../record.ts';
import type { EventStore } from '../store/event-store.ts';
import { summarize } from '../story/summary.ts';
import { findNear } from './find-near.ts';
import { cursorOf, positionOf } from './position.ts';
import { streamRecords } from './stream.ts';

/** How many records a page of an answer has, unless asked for fewer, and at most. */
const PAGE = 1_000;
/** More than a session can have. */
const ALL = 1_000_000;

export interface SessionRouteOptions {
  readonly store: EventStore;
  readonly followers: Followers;
  readonly cap: SessionCap;
  /** ms. */
  readonly retention: number;
}

const noId = (c: Context) =>
  c.json({ message: 'this is no session ID: 16 characters as on the badge, or 8 to 64 of A-Z a-z 0-9 _ -' }, 400);

/** `/api/sessions`: look up, search, follow, export, erase. docs/desk.md has what they take and answer. */
export function sessionRoutes({ store, followers, cap, retention }: SessionRouteOptions): Hono {
  const sessions = new Hono();
  const startOf = (id: string) => sessionIdTime(id) ?? null;

  function unknown(c: Context, id: string) {
    const startedAt = startOf(id);
    const isExpired = startedAt != null && startedAt < Date.now() - retention;
    const message = isExpired
      ? 'this session began longer ago than records are kept'
      : 'nothing is known of this session: it has sent nothing here, or it was erased';
    return c.json({ message, reason: isExpired ? 'expired' : 'unknown', startedAt, retention }, 404);
  }
  const all = async (id: string): Promise<DeskRecord[]> => (await store.read(id, { limit: ALL })).map(recordOf);

  sessions.get('/api/sessions', async (c) => {
    const typed = c.req.query('near');
    if (!typed) return c.json({ message: 'say what to look for: /api/sessions?near=<what the customer wrote>' }, 400);
    return c.json({ typed, sessions: await findNear(store, typed, { retention, now: Date.now() }) });
  });

  sessions.use('/api/sessions/:id/*', async (c, next) => (isSessionId(c.req.param('id')) ? next() : noId(c)));

  sessions.get('/api/sessions/:id', async (c) => {
    const id = c.req.param('id');
    const { after, limit = String(PAGE) } = c.req.query();
    const from = after == undefined ? undefined : positionOf(after);
    if (after != undefined && !from) return c.json({ message: '`after` is the `next` of the answer before' }, 400);
    const most = Number(limit);
    if (!Number.isInteger(most) || most < 1 || most > PAGE) {
      return c.json({ message: `\`limit\` is a number from 1 to ${PAGE}, not ${JSON.stringify(limit.slice(0, 20))}` }, 400);
    }
    // One more, to know whether there are more.
    const rows = await store.read(id, { after: from, limit: most + 1 });
    if (!rows.length && !from) return unknown(c, id);
    const isLast = rows.length <= most;
    const records = rows.slice(0, most).map(recordOf);
    return c.json({
      id,
      startedAt: startOf(id),
      // Of all records, which a further page is about no more.
      summary: from ? null : summarize(isLast ? records : await all(id)),
      records,
      next: isLast ? null : cursorOf(records.at(-1)!),
    });
  });

  sessions.delete('/api/sessions/:id', async (c) => {
    const id = c.req.param('id');
    const erased = await store.erase(id);
    if (!erased) return unknown(c, id);
    cap.forget(id);
    followers.tell(id, 'erased');
    return c.json({ erased });
  });

  sessions.get('/api/sessions/:id/stream', (c) => streamRecords(c, c.req.param('id'), { store, followers }));

  sessions.get('/api/sessions/:id/export', async (c) => {
    const id = c.req.param('id');
    const { format = 'json' } = c.req.query();
    if (format != 'json' && format != 'otlp') return c.json({ message: '`format` is json or otlp' }, 400);
    const records = await all(id);
    if (!records.length) return unknown(c, id);
    c.header('Content-Disposition', `attachment; filename="${id}.${format == 'otlp' ? 'otlp.' : ''}json"`);
    c.header('Content-Type', 'application/json');
    return c.body(
      format == 'otlp'
        ? encodeJson(records)
        : JSON.stringify({ id, startedAt: startOf(id), summary: summarize(records), records }, null, 2),
    );
  });
  return sessions;
}
