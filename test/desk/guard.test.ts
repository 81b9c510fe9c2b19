import assert from 'node:assert/strict';
import { request } from 'node:http';
import path from 'node:path';
import { describe, test } from 'node:test';
import { startDesk } from '../../src/desk/desk.ts';
import { mintSessionId } from '../../src/session/session-id.ts';
import { useDesk, useFolder, type DeskStage } from './desk.ts';
import { jsonOf } from './otlp.ts';

const TOKEN = 'correct horse battery staple';
const folder = useFolder();
const id = mintSessionId(Date.now());

/** fetch sets `Host` by itself. */
const statusFor = (url: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<number>((resolve, reject) => {
    request(url, { headers, method }, (response) => resolve(response.resume().statusCode!))
      .on('error', reject)
      .end();
  });

const preflight = (desk: DeskStage, origin: string) =>
  desk.ask('/v1/logs', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });

describe('on this machine, without a token', () => {
  const desk = useDesk();

  test('other names are refused, since a page may have let its own lead here', async () => {
    const { port } = new URL(desk.url);
    for (const [host, status] of [
      [`localhost:${port}`, 404],
      [`127.0.0.1:${port}`, 404],
      [`[::1]:${port}`, 404],
      [`rebound.example:${port}`, 403],
      ['localhost.rebound.example', 403],
    ] as const) {
      assert.equal(await statusFor(`${desk.url}/api/sessions/${id}`, { host }), status, host);
    }
    assert.equal(await statusFor(`${desk.url}/`, { host: 'rebound.example' }), 403);
  });

  test('pages of other sites can read nothing and erase nothing', async () => {
    const read = await desk.ask(`/api/sessions/${id}`, { headers: { origin: 'https://evil.example' } });
    assert.equal(read.headers.get('access-control-allow-origin'), null);
    assert.equal(read.headers.get('cross-origin-resource-policy'), 'same-origin');
    const headersOf: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of headersOf) {
      for (const method of ['DELETE', 'GET']) {
        const response = await desk.ask(`/api/sessions/${id}`, { method, headers });
        assert.equal(response.status, 403, `${method} ${JSON.stringify(headers)}`);
      }
    }
    // A link in a help desk's ticket.
    assert.equal((await desk.ask(`/sessions/${id}`, { headers: { 'sec-fetch-site': 'cross-site' } })).status, 200);
    // A proxy of one's own has another name and port in front.
    const behind = { 'sec-fetch-site': 'same-origin', origin: 'https://desk.example' };
    assert.equal((await desk.ask(`/api/sessions/${id}`, { method: 'DELETE', headers: behind })).status, 404);
  });

  test('pages of this machine may send, others may not', async () => {
    for (const origin of ['http://localhost:4173', 'http://127.0.0.1', 'http://[::1]:80']) {
      assert.equal((await preflight(desk, origin)).headers.get('access-control-allow-origin'), origin);
    }
    for (const origin of ['https://shop.example', 'http://localhost.evil.example', 'null']) {
      assert.equal((await preflight(desk, origin)).headers.get('access-control-allow-origin'), null, origin);
    }
  });

  test('the page may load its own files and nothing else', async () => {
    for (const where of ['/', `/sessions/${id}`]) {
      const response = await desk.ask(where);
      assert.equal(response.status, 200);
      const policy = response.headers.get('content-security-policy')!;
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /unsafe|\*|https?:/);
      const files = [...(await response.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
      assert.ok(files.some((file) => file.endsWith('.js')));
      for (const file of files) assert.equal((await desk.ask(file)).status, 200, file);
    }
    assert.equal((await desk.ask('/assets/../desk.js')).status, 404);
    assert.equal((await desk.ask('/assets/%2e%2e/desk.js')).status, 404);
  });
});

describe('with a list of origins', () => {
  const desk = useDesk({ origins: ['https://shop.example'], hosts: ['Desk.example:4318'] });

  test('only those may send, and read when to try again', async () => {
    const allowed = await preflight(desk, 'https://shop.example');
    assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://shop.example');
    assert.match(allowed.headers.get('access-control-allow-headers')!, /content-type/i);
    assert.equal((await preflight(desk, 'http://localhost:4173')).headers.get('access-control-allow-origin'), null);
    const sent = await desk.send({}, { origin: 'https://shop.example' });
    assert.match(sent.headers.get('access-control-expose-headers')!, /retry-after/i);
  });

  test('a name that was given is its own', async () => {
    assert.equal(await statusFor(`${desk.url}/api/sessions/${id}`, { host: 'desk.example' }), 404);
    assert.equal(await statusFor(`${desk.url}/api/sessions/${id}`, { host: 'other.example' }), 403);
  });
});

describe('with a token', () => {
  const desk = useDesk({ token: TOKEN });
  const login = (token: unknown) =>
    desk.ask('/api/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });

  test('whoever has not shown it can send, and see the page, and nothing more', async () => {
    assert.equal((await desk.send(jsonOf([{ attributes: { 'session.id': id } }]))).status, 200);
    assert.equal((await desk.ask('/')).status, 200);
    for (const [where, method] of [
      [`/api/sessions/${id}`, 'GET'],
      [`/api/sessions/${id}`, 'DELETE'],
      [`/api/sessions/${id}/stream`, 'GET'],
      [`/api/sessions/${id}/export`, 'GET'],
      [`/api/sessions?near=${id}`, 'GET'],
      ['/api/nothing', 'GET'],
    ] as const) {
      assert.equal((await desk.ask(where, { method })).status, 401, `${method} ${where}`);
    }
    const status = (await (await desk.ask('/api/status')).json()) as object;
    assert.deepEqual(Object.keys(status).sort(), ['needsToken', 'retention', 'signedIn']);
  });

  test('it is exchanged for a cookie that scripts and other sites do not get', async () => {
    const response = await login(TOKEN);
    assert.equal(response.status, 204);
    const cookie = response.headers.get('set-cookie')!;
    assert.match(cookie, /; HttpOnly/);
    assert.match(cookie, /; SameSite=Strict/);
    assert.doesNotMatch(cookie, /horse/);
    const [shown] = cookie.split(';');
    const ask = (cookie: string) => desk.ask(`/api/sessions/${id}`, { headers: { cookie } });
    assert.equal((await ask(shown!)).status, 200);
    const [name, value] = shown!.split('=');
    const [until, signature] = value!.split('.');
    for (const forged of [`${Number(until) + 1}.${signature}`, `${until}.`, until, `${until}.${'A'.repeat(43)}`, '']) {
      assert.equal((await ask(`${name}=${forged}`)).status, 401, forged);
    }
    assert.equal((await desk.ask(`/api/sessions/${id}`, { headers: { authorization: `Bearer ${TOKEN}` } })).status, 200);
    const out = await desk.ask('/api/logout', { method: 'POST', headers: { cookie: shown! } });
    assert.match(out.headers.get('set-cookie')!, /Max-Age=0/);
  });

  test('wrong ones are refused, and after some not looked at any more', async () => {
    for (const wrong of ['', `${TOKEN} `, null, 1, { length: 5 }, 'x'.repeat(4_000)])
      assert.equal((await login(wrong)).status, 401);
    for (let i = 0; i < 20; i++) await desk.ask(`/api/sessions/${id}`, { headers: { authorization: 'Bearer wrong' } });
    const tired = await login(TOKEN);
    assert.deepEqual([tired.status, tired.headers.get('retry-after')], [429, '60']);
  });
});

describe('behind a proxy', () => {
  const desk = useDesk({ trustsProxy: true });

  test('each customer is a sender of their own, by what the proxy says last', async () => {
    const body = '{}'.padEnd(4 * 1024 * 1024);
    const post = async (from: string) =>
      (
        await desk.ask('/v1/logs', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
          body,
        })
      ).status;
    const statuses: number[] = [];
    for (let i = 0; i < 12 && statuses.at(-1) != 429; i++) statuses.push(await post(`192.0.2.${i}, 203.0.113.1`));
    assert.equal(statuses.at(-1), 429);
    assert.equal(await post('203.0.113.1, 203.0.113.2'), 200);
  });
});

test('the address that it says is one under which it answers', async () => {
  for (const host of ['127.0.0.1', '127.0.0.2', '::1']) {
    const desk = await startDesk({ host, port: 0, file: path.join(folder, `${host}.sqlite`) });
    assert.equal((await fetch(`${desk.url}/api/status`)).status, 200, desk.url);
    await desk.close();
  }
});

test('beyond this machine it does not start without a token', async () => {
  await assert.rejects(startDesk({ host: '0.0.0.0', port: 0 }), /DESK_TOKEN/);
  await assert.rejects(startDesk({ host: '::', port: 0, token: '' }), /DESK_TOKEN/);
});
