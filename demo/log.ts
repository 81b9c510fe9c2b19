import type { Handler, MiddlewareHandler } from 'hono';
import { readSessionId } from './diagnostic-session.ts';

/** How many lines a log keeps; the oldest go. */
const MOST = 1000;

/** One line of a log. */
export interface Line {
  /** In ms since 1970. */
  readonly time: number;
  readonly what: string;
  readonly id: string | undefined;
}

/** A log of one server, in its memory. */
export function createLog(): { write: MiddlewareHandler; read: Handler } {
  const lines: Line[] = [];
  return {
    /** Writes a line about the request, with the session that it belongs to. */
    async write(c, next) {
      lines.push({ time: Date.now(), what: `${c.req.method} ${c.req.path}`, id: readSessionId(c.req.raw) });
      if (lines.length > MOST) lines.shift();
      await next();
    },
    /** Answers with the lines of the session that asks, and with nobody else's. */
    read(c) {
      const id = readSessionId(c.req.raw);
      c.header('Cache-Control', 'no-store');
      return c.json(lines.filter((line) => id && line.id == id));
    },
  };
}
