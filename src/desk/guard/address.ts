import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { isIPv6 } from 'node:net';

/** Of an IPv6 address the first half: a customer has all of the second. */
export function networkOf(address: string): string {
  // How IPv4 comes to a socket of both.
  const bare = address.replace(/^::ffff:(?=[\d.]+$)/, '');
  if (!isIPv6(bare)) return bare;
  const [left, right] = bare.split('::').map((part) => (part ? part.split(':') : []));
  const zeros = right ? Array<string>(8 - left!.length - right.length).fill('0') : [];
  return [...left!, ...zeros, ...(right ?? [])].slice(0, 4).join(':');
}

/**
 * Who is asking, by address or network. `trustsProxy`: what is asked comes through a proxy of ours, which puts the address that it saw
 * last into `X-Forwarded-For`; anybody can write what stands before it.
 */
export function addressOf(c: Context, trustsProxy: boolean): string {
  const forwarded = trustsProxy && c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return networkOf(forwarded || getConnInfo(c).remote.address || '');
}
