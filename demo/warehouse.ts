import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createLog } from './log.ts';

/**
 * The warehouse, on another origin than the shop: it sees no cookie of the shop's pages, and knows the session from the
 * `baggage` of those that ask. Pages of the shop may, under the name by which they ask; pages of nobody else.
 */
export function createWarehouse(shopPort: () => number): Hono {
  const warehouse = new Hono();
  const log = createLog();
  warehouse.use(
    cors({
      origin: (origin, c) => (origin == onPort(c.req.url, shopPort()) ? origin : null),
      allowMethods: ['GET'],
      allowHeaders: ['baggage'],
    }),
  );
  warehouse.post('/parcels', log.write, (c) => c.body(null, 201));
  warehouse.get('/stock', log.write, (c) => c.json({ parcels: 7 }));
  warehouse.get('/log', log.read);
  return warehouse;
}

/** The origin that has the same name, but that port. */
export function onPort(url: string, port: number): string {
  const { protocol, hostname } = new URL(url);
  return new URL(`${protocol}//${hostname}:${port}`).origin;
}
