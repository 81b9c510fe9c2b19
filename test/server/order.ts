import { EventEmitter, once } from 'node:events';
import { setImmediate as afterIo, setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** What `order` logs, in that order. */
export const LINES = [
  'begins',
  'after a timer',
  'after an immediate',
  'in an event callback',
  'after another request',
  'after the body',
  'after all',
] as const;

/**
 * What a shop's server does for an order: in several steps, each of random length, so that those of the orders at the same
 * time are shuffled. It logs before, between and after them. Runs in the process of the server.
 */
export async function order(
  logger: Logger,
  request: string | null | undefined,
  stock: string | URL,
  readBody: () => Promise<string>,
): Promise<string> {
  const log = (line: (typeof LINES)[number]) => logger.info({ request }, line);
  log('begins');
  await sleep(Math.random() * 30);
  log('after a timer');
  for (let turns = Math.random() * 5; turns > 0; turns--) await afterIo();
  log('after an immediate');
  const packer = new EventEmitter().once('packed', () => log('in an event callback'));
  setTimeout(() => packer.emit('packed'), Math.random() * 20);
  await once(packer, 'packed');
  // To this very process, and without a cookie.
  await (await fetch(stock, { headers: { 'x-request-id': `${request} stock` } })).text();
  log('after another request');
  const body = await readBody();
  log('after the body');
  await sleep(Math.random() * 10);
  log('after all');
  return body;
}
