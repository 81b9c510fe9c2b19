import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Who is asking, by address. `trustsProxy`: what is asked comes through a proxy of ours, which puts the address that it saw last
 * into `X-Forwarded-For`; anybody can write what stands before it.
 */
export function addressOf(c: Context, trustsProxy: boolean): string {
  const forwarded = trustsProxy && c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return forwarded || getConnInfo(c).remote.address || '';
}
