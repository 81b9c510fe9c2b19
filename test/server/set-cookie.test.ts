import assert from 'node:assert/strict';
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import http2, { type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { sessionIdTime } from '../../src/session/session-id.ts';
import { certificate } from '../../tools/certificate.ts';
import { endSession, isSessionId, readSessionId, renewSession } from './built.ts';

const PLAIN = new Request('http://shop.example/logout');
const SECURE = new Request('https://shop.example/logout');
const behind = (proto: string) => new Request(PLAIN, { headers: { 'x-forwarded-proto': proto } });

/** What a Set-Cookie says, without the ID. */
const saidBy = (...given: Parameters<typeof renewSession>): string => {
  const { id, setCookie } = renewSession(...given);
  assert.ok(setCookie.includes(`=${id}; `));
  return setCookie.replace(id, '<id>');
};

const LAX = 'diagnostic_session=<id>; Path=/; SameSite=Lax';

test('a new session has a new ID, which says when it began, and which is read where it comes back', () => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const sessions = Array.from({ length: 1000 }, () => renewSession(PLAIN));
  assert.equal(new Set(sessions.map(({ id }) => id)).size, 1000);
  for (const { id, setCookie } of sessions) {
    assert.ok(isSessionId(id));
    const time = sessionIdTime(id)!;
    assert.ok(time >= before && time <= Date.now());
    assert.equal(readSessionId(new Headers({ cookie: setCookie.split(';')[0]! })), id);
  }
});

test('the cookie is Secure where the browser speaks https', () => {
  assert.equal(saidBy(PLAIN), LAX);
  assert.equal(saidBy(SECURE), `${LAX}; Secure`);
  assert.equal(saidBy(new Headers()), LAX);
  assert.equal(saidBy({ headers: {}, url: '/logout', socket: {} }), LAX);
  assert.equal(saidBy({ headers: {}, url: '/logout', socket: null }), LAX);
  assert.equal(saidBy({ headers: {}, url: '/logout', socket: { encrypted: true } }), `${LAX}; Secure`);
  for (const proto of ['https', 'HTTPS', 'https, http', ' https,http']) assert.equal(saidBy(behind(proto)), `${LAX}; Secure`);
  for (const proto of ['http', 'http, https', 'httpsx', '']) assert.equal(saidBy(behind(proto)), LAX);
  assert.equal(saidBy(PLAIN, { secure: true }), `${LAX}; Secure`);
  assert.equal(saidBy(SECURE, { secure: false }), LAX);
});

const answer = (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse): void => {
  (response as ServerResponse).end(saidBy(request));
};

for (const [kind, create, expected] of [
  ['HTTP/1', () => http.createServer(answer), LAX],
  ['HTTP/1 with TLS', () => https.createServer(certificate(), answer), `${LAX}; Secure`],
  ['HTTP/2', () => http2.createServer(answer), LAX],
  ['HTTP/2 with TLS', () => http2.createSecureServer(certificate(), answer), `${LAX}; Secure`],
] as const) {
  test(`so it is for requests of Node’s own server for ${kind}`, async (t) => {
    const server = create();
    t.after(() => server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const isSecure = kind.endsWith('TLS');
    const trusting = { rejectUnauthorized: false };
    if (kind.startsWith('HTTP/2')) {
      const client = http2.connect(`${isSecure ? 'https' : 'http'}://127.0.0.1:${port}`, trusting);
      t.after(() => client.close());
      assert.equal(await text(client.request()), expected);
    } else {
      const request = isSecure ? https.get({ port, agent: false, ...trusting }) : http.get({ port, agent: false });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      assert.equal(await text(response), expected);
    }
  });
}

test('a domain is named as it is given, and what is none is a TypeError that says so', () => {
  assert.equal(saidBy(PLAIN, { cookieDomain: 'shop.example' }), `${LAX}; Domain=shop.example`);
  assert.equal(saidBy(SECURE, { cookieDomain: '.shop.example' }), `${LAX}; Domain=.shop.example; Secure`);
  for (const none of ['', null, undefined]) assert.equal(saidBy(PLAIN, { cookieDomain: none }), LAX);
  for (const bad of [
    'https://shop.example',
    'shop.example:80',
    'a b',
    'a..b',
    'a; Secure',
    'a\r\nX: y',
    'a\n',
    'bücher.example',
  ]) {
    const isTold = (error: unknown) => error instanceof TypeError && error.message.includes(`cookieDomain "${bad}"`);
    assert.throws(() => renewSession(PLAIN, { cookieDomain: bad }), isTold);
    assert.throws(() => endSession(PLAIN, { cookieDomain: bad }), isTold);
  }
});

test('browsers take prefixed names only as Secure, and so they are', () => {
  assert.equal(saidBy(PLAIN, { cookie: '__Host-diagnostic' }), '__Host-diagnostic=<id>; Path=/; SameSite=Lax; Secure');
  assert.equal(saidBy(PLAIN, { cookie: '__Secure-diagnostic' }), '__Secure-diagnostic=<id>; Path=/; SameSite=Lax; Secure');
});

test('the end of a session is a cookie that is over', () => {
  assert.equal(endSession(PLAIN), 'diagnostic_session=; Path=/; SameSite=Lax; Max-Age=0');
  assert.equal(
    endSession(SECURE, { cookie: 'my_diagnostic', cookieDomain: 'shop.example' }),
    'my_diagnostic=; Path=/; SameSite=Lax; Domain=shop.example; Secure; Max-Age=0',
  );
});

test('names that carry logins are refused, each with one error, and the default counts', (t) => {
  const { mock: error } = t.mock.method(console, 'error', () => {});
  for (const cookie of ['PHPSESSID', 'connect.sid', 'my token', 'x;y', '']) {
    assert.equal(saidBy(PLAIN, { cookie }), LAX);
    assert.equal(saidBy(PLAIN, { cookie }), LAX);
    const headers = { cookie: `${cookie}=abcd1234efgh5678; diagnostic_session=6fgje00123456782` };
    assert.equal(readSessionId({ headers }, { cookie }), '6fgje00123456782');
    assert.deepEqual(
      error.calls.map(({ arguments: [said] }) => said),
      [`session-id-badge: cookie-name "${cookie}" ignored\nhttps://npmjs.com/package/session-id-badge#hints`],
    );
    error.resetCalls();
  }
});
