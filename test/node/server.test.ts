import assert from 'node:assert/strict';
import { test } from 'node:test';

/** As an address, since there are types only once it has been built. */
const built = (file: string) => new URL(`../../dist/${file}`, import.meta.url).href;

test('on a server the session is null, and ready at once', async () => {
  const { getSessionManager } = await import(built('session.js'));
  const manager = getSessionManager();
  assert.equal(manager.session, null);
  assert.equal(manager.getSessionId(), null);
  assert.equal(await manager.ready, null);
});

test('on a server the element can be imported, and defines nothing', async () => {
  const { SessionIdBadge } = await import(built('define.js'));
  assert.equal(typeof SessionIdBadge, 'function');
  assert.equal(new SessionIdBadge().session, null);
});

test('on a server the trail does nothing', async () => {
  const { startTrail } = await import(built('trail.js'));
  const trail = startTrail({ endpoint: '/v1/logs' });
  assert.deepEqual([trail.enabled, trail.records], [false, []]);
  await trail.flush();
  trail.stop();
});

test('the package leads to what was built, by its own name', async () => {
  for (const entry of ['', '/element', '/session', '/correlate', '/trail', '/server', '/cdn']) {
    assert.match(import.meta.resolve(`session-id-badge${entry}`), /\/dist\/\w+\.js$/);
  }
});
