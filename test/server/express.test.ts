import { test } from 'node:test';
import { LINES } from './order.ts';
import { ORDER, startRecipe } from './recipe.ts';
import { assertNoneMixed } from './two-hundred.ts';

/** What both shops do. */
const REST = `
app.get('/stock', (request, response) => {
  logger.info({ request: request.get('x-request-id') }, 'stock');
  response.send('much');
});
app.get('/broken', async () => {
  throw new Error('broken');
});
const server = app.listen(0, '127.0.0.1', () => process.send(server.address().port));
`;

const SHOP = `
import { order } from '${ORDER}';

app.post('/order', async (request, response) => {
  const id = request.get('x-request-id');
  const body = new Promise((resolve) => {
    let text = '';
    request.on('data', (part) => (text += part));
    // Which the connection calls.
    const end = () => (logger.info({ request: id }, 'arrived'), resolve(text));
    request.on('end', AsyncLocalStorage.bind(end));
  });
  response.send(await order(logger, id, 'http://' + request.get('host') + '/stock', () => body));
});
${REST}
`;

const PARSED = `
import { order } from '${ORDER}';

app.post('/order', express.json(), async (request, response) => {
  const stock = 'http://' + request.get('host') + '/stock';
  response.send(await order(logger, request.get('x-request-id'), stock, async () => JSON.stringify(request.body)));
});
${REST}
`;

test('Express logs every line with its own session', async () => {
  await assertNoneMixed(await startRecipe('Express', SHOP), [...LINES, 'arrived']);
});

test('so it does where it has parsed the body before', async () => {
  await assertNoneMixed(await startRecipe('Express', PARSED), LINES);
});
