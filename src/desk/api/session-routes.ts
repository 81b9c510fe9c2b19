import { Hono, type Context } from 'hono';
import { stream } from 'hono/streaming';
import { isSessionId, sessionIdTime } from '../../session/session-id.ts';
import type { Followers } from '../followers.ts';
import { MOST_OF_A_SESSION, type SessionCap } from '../intake/session-cap.ts';
import { resourceLogsOf } from '../otlp/encode.ts';
import { recordOf } from '../record.ts';
import type { EventStore } from '../store/event-store.ts';
import { summarize } from '../story/summary.ts';
import { findNear } from './find-near.ts';
import { cursorOf, positionOf } from './position.ts';
import { firstOf, rowsOf } from './read-records.ts';
import { streamRecords } from './stream.ts';

/** How many records a page of an answer has, unless asked for fewer, and at most. */
const PAGE = 1_000;
/** Of how many characters of records an answer is made, and a summary: where records are very long, there are fewer. */
const LONGEST_PAGE = 8 * 1024 * 1024;
const LONGEST_SUMMARY = 32 * 1024 * 1024;

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
  const summaryOf = async (id: string) =>
    summarize((await firstOf(rowsOf(store, id), { most: MOST_OF_A_SESSION, characters: LONGEST_SUMMARY })).records);

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
    const { records, isAll } = await firstOf(rowsOf(store, id, from), { most, characters: LONGEST_PAGE });
    if (!records.length && !from) return unknown(c, id);
    return c.json({
      id,
      startedAt: startOf(id),
      // Of all records, which a further page is about no more.
      summary: from ? null : isAll ? summarize(records) : await summaryOf(id),
      records,
      next: isAll ? null : cursorOf(records.at(-1)!),
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
    if (!(await store.count(id))) return unknown(c, id);
    c.header('Content-Disposition', `attachment; filename="${id}.${format == 'otlp' ? 'otlp.' : ''}json"`);
    c.header('Content-Type', 'application/json');
    return stream(c, async (file) => {
      if (format == 'otlp') await file.write('{"resourceLogs":[');
      else {
        const about = { id, startedAt: startOf(id), summary: await summaryOf(id) };
        await file.write(`${JSON.stringify(about).slice(0, -1)},"records":[`);
      }
      let comma = '';
      for await (const rows of rowsOf(store, id)) {
        const records = rows.map(recordOf);
        const parts = format == 'otlp' ? resourceLogsOf(records) : records;
        await file.write(`${comma}${parts.map((part) => JSON.stringify(part)).join()}`);
        comma = ',';
      }
      await file.write(']}');
    });
  });
  return sessions;
}
