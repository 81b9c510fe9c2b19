import { test } from 'node:test';
import { LINES } from './order.ts';
import { ORDER, startRecipe } from './recipe.ts';
import { assertNoneMixed } from './two-hundred.ts';

/** What a framework does with such handlers: it chooses one. */
const SHOP = `
import { serve } from '@hono/node-server';
import { order } from '${ORDER}';

const routes = {
  '/': GET,
  '/logout': POST,
  '/order': withSession(async (request) => {
    const stock = new URL('/stock', request.url);
    return new Response(await order(logger, request.headers.get('x-request-id'), stock, () => request.text()));
  }),
  '/broken': withSession(() => {
    throw new Error('broken');
  }),
  '/stock': withSession((request) => {
    logger.info({ request: request.headers.get('x-request-id') }, 'stock');
    return new Response('much');
  }),
};
const fetch = (request) => routes[new URL(request.url).pathname](request);
serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send(port));
`;

test('a handler that takes a Request and answers a Response logs every line with its own session', async () => {
  await assertNoneMixed(await startRecipe('Request in, Response out', SHOP), LINES);
});
