import assert from 'node:assert/strict';

/** What a browser asks for where the customer goes to a page, over https and a proxy. */
const PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'x-forwarded-proto': 'https' };

/** The ID that the one Set-Cookie begins. */
function begun({ headers }: Response): string {
  const [setCookie, ...more] = headers.getSetCookie();
  assert.deepEqual(more, []);
  return /^diagnostic_session=([0-9a-hjkmnp-tv-z]{16}); Path=\/; SameSite=Lax; Secure$/.exec(setCookie!)![1]!;
}

async function assertShows(response: Response, id: string): Promise<void> {
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.match(response.headers.get('content-type')!, /^text\/html/);
  assert.ok((await response.text()).includes(`<session-id-badge>Session ID: ${id}</session-id-badge>`));
}

/**
 * A page without a session begins one, an error page too, and nothing else does; the next page keeps it, a logout ends it.
 * Resolves to the lines that the server has logged for that, with the IDs that belong there.
 */
export async function assertServerFirst(url: string): Promise<Record<string, string[]>> {
  const first = await fetch(url, { headers: PAGE });
  const id = begun(first);
  await assertShows(first, id);
  const cookie = `diagnostic_session=${id}`;

  const second = await fetch(url, { headers: { ...PAGE, cookie } });
  assert.deepEqual(second.headers.getSetCookie(), []);
  await assertShows(second, id);

  const call = await fetch(`${url}/stock`, { headers: { ...PAGE, accept: '*/*', 'x-request-id': 'call' } });
  assert.deepEqual(call.headers.getSetCookie(), []);

  const broken = await fetch(`${url}/broken`, { headers: PAGE });
  assert.equal(broken.status, 500);
  const another = begun(broken);
  await assertShows(broken, another);

  const logout = await fetch(`${url}/logout`, { method: 'POST', redirect: 'manual', headers: { ...PAGE, cookie } });
  assert.deepEqual([logout.status, logout.headers.get('location')], [303, '/']);
  assert.equal(new Set([id, another, begun(logout)]).size, 3);
  return { home: [id, id], broken: [another] };
}
