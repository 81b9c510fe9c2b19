import { test } from 'node:test';
import { LINES } from './order.ts';
import { ORDER, startRecipe } from './recipe.ts';
import { assertNoneMixed } from './two-hundred.ts';

const SHOP = `
import { order } from '${ORDER}';

app.post('/order', (request, reply) => {
  // Fastify has parsed the body before.
  return order(request.log, request.headers['x-request-id'], 'http://' + request.host + '/stock', async () => JSON.stringify(request.body));
});
app.get('/stock', async (request) => {
  request.log.info({ request: request.headers['x-request-id'] }, 'stock');
  return 'much';
});
app.get('/broken', async () => {
  throw new Error('broken');
});
app.listen({ host: '127.0.0.1', port: 0 }, () => process.send(app.server.address().port));
`;

test('Fastify logs every line with its own session', async () => {
  await assertNoneMixed(await startRecipe('Fastify', SHOP), LINES);
});
