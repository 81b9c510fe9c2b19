import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { createTokenGuard } from '../../../src/desk/guard/token.ts';

const TOKEN = 'the token of this desk';
const MINUTE = 60_000;

/** The guard before a page of its own, asked from addresses that a header names. */
function guarded() {
  let now = Date.UTC(2026, 10, 23, 12);
  const guard = createTokenGuard(
    TOKEN,
    (c) => c.req.header('from') ?? '',
    () => now,
  );
  const app = new Hono();
  app.route('/', guard.routes);
  app.post('/v1/logs', (c) => c.text(guard.isTrustedSender(c) ? 'trusted' : 'anybody'));
  app.get('/secret', guard.signedInOnly, (c) => c.text('secret'));
  const ask = async (headers: Record<string, string>) => (await app.request('/secret', { headers })).status;
  const login = (token: string, from = '') =>
    app.request('/api/login', { method: 'POST', headers: { from }, body: JSON.stringify({ token }) });
  return { app, ask, login, pass: (ms: number) => void (now += ms) };
}

test('a login lasts twelve hours', async () => {
  const { ask, login, pass } = guarded();
  const [cookie] = (await login(TOKEN)).headers.get('set-cookie')!.split(';');
  assert.equal(await ask({ cookie: cookie! }), 200);
  pass(12 * 60 * MINUTE - 1);
  assert.equal(await ask({ cookie: cookie! }), 200);
  pass(1);
  assert.equal(await ask({ cookie: cookie! }), 401);
});

test('who has shown too many wrong tokens waits for a minute; nobody else does', async () => {
  const { ask, login, pass } = guarded();
  for (let i = 0; i < 20; i++) assert.equal((await login('wrong', 'a')).status, 401);
  assert.equal((await login(TOKEN, 'a')).status, 429);
  assert.equal(await ask({ from: 'a', authorization: `Bearer ${TOKEN}` }), 429);
  assert.equal((await login(TOKEN, 'b')).status, 204);
  pass(MINUTE + 1);
  assert.equal((await login(TOKEN, 'a')).status, 204);
});

test('a sender with the token of something else keeps no agent out', async () => {
  const { app, ask } = guarded();
  const send = async (token: string) =>
    (await app.request('/v1/logs', { method: 'POST', headers: { from: 'a', authorization: `Bearer ${token}` } })).text();
  assert.equal(await send(TOKEN), 'trusted');
  for (let i = 0; i < 30; i++) assert.equal(await send('of another backend'), 'anybody');
  // Nor can the token be found out so.
  assert.equal(await send(TOKEN), 'anybody');
  assert.equal(await ask({ from: 'a', authorization: `Bearer ${TOKEN}` }), 200);
});

test('a login that is longer than any token is refused', async () => {
  const { login } = guarded();
  const response = await login('x'.repeat(10_000));
  assert.equal(response.status, 413);
  assert.match(response.headers.get('content-type')!, /json/);
});
