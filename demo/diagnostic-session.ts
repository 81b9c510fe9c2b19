import type { Context } from 'hono';

/** In a constant, so that the type check does not look there: there are types only once it has been built. */
const PACKAGE = 'session-id-badge/server';
export const { readSessionId, renewSession }: typeof import('../src/server/index.ts') = await import(PACKAGE);

/**
 * The ID for a page that has to show one before any script runs. Where no session has begun, this begins one, but only for
 * a page that is asked for: files come several at once, and forms from other sites come without the cookie that is there.
 */
export function sessionIdFor(c: Context): string | undefined {
  const id = readSessionId(c.req.raw);
  if (id || c.req.method != 'GET' || !c.req.header('Accept')?.includes('text/html')) return id;
  const begun = renewSession(c.req.raw);
  c.header('Set-Cookie', begun.setCookie, { append: true });
  return begun.id;
}
