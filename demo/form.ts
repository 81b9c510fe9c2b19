import type { Context } from 'hono';

/** One field of a sent form; empty where it is missing, a file, or the form cannot be read. */
export async function field(c: Context, name: string): Promise<string> {
  const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  const value = form[name];
  return typeof value == 'string' ? value : '';
}
