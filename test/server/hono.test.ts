import { test } from 'node:test';
import { LINES } from './order.ts';
import { ORDER, startRecipe } from './recipe.ts';
import { assertNoneMixed } from './two-hundred.ts';

const SHOP = `
import { serve } from '@hono/node-server';
import { order } from '${ORDER}';

app.post('/order', async (c) => {
  const stock = new URL('/stock', c.req.url);
  return c.text(await order(logger, c.req.header('x-request-id'), stock, () => c.req.text()));
});
app.get('/stock', (c) => {
  logger.info({ request: c.req.header('x-request-id') }, 'stock');
  return c.text('much');
});
app.get('/broken', () => {
  throw new Error('broken');
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send(port));
`;

test('Hono logs every line with its own session', async () => {
  await assertNoneMixed(await startRecipe('Hono', SHOP), LINES);
});
