import fc from 'fast-check';
import { Hono } from 'hono';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import http2 from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { isSessionId, readSessionId } from './built.ts';

const OWN = '6fgje00123456782';
const FOREIGN = 'abcd1234efgh5678';
const NAME = 'diagnostic_session';
const GRAMMAR = /^[A-Za-z0-9_-]{8,64}$/;

const headersOf = (cookie: string, baggage?: string) => new Headers({ cookie, ...(baggage != null && { baggage }) });

test('reads the cookie of a Request, of Headers, and of what looks like a request of Node', () => {
  const headers = { cookie: `theme=dark; ${NAME}=${OWN}; lang=nl` };
  assert.equal(readSessionId(new Request('https://shop.example', { headers })), OWN);
  assert.equal(readSessionId(new Headers(headers)), OWN);
  assert.equal(readSessionId({ headers }), OWN);
  assert.equal(readSessionId({ headers: { cookie: ['theme=dark', `${NAME}=${OWN}`] } }), OWN);
  assert.equal(readSessionId(headersOf(`${NAME}=${OWN}; my_diagnostic=${FOREIGN}`), { cookie: 'my_diagnostic' }), FOREIGN);
  assert.equal(readSessionId(new Headers()), undefined);
  assert.equal(readSessionId({ headers: {} }), undefined);
});

/** Has it listen until the test is over. */
async function listen(server: Server, t: TestContext): Promise<number> {
  t.after(() => server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

test('reads them as an HTTP/1 server gets them, also in several headers', async (t) => {
  const server = http.createServer((request, response) => response.end(readSessionId(request)));
  const port = await listen(server, t);
  const ask = async (...lines: string[]) => {
    // A flat list, in which names may come again.
    const headers = ['host', 'localhost', 'connection', 'close', ...lines.flatMap((line) => line.split(': '))];
    const [response] = (await once(http.get({ port, headers }), 'response')) as [IncomingMessage];
    return text(response);
  };
  assert.equal(await ask(`Cookie: ${NAME}=${OWN}`), OWN);
  assert.equal(await ask('Cookie: theme=dark', `Cookie: ${NAME}=undefined`, `Cookie: ${NAME}=${OWN}`), OWN);
  assert.equal(await ask('Baggage: userId=alice', `baggage: session.id=${FOREIGN};ttl=1`), FOREIGN);
  assert.equal(await ask(`Cookie: ${NAME}=\u00fc\u00e9`, 'baggage: session.id=a,,=;'), '');
});

test('reads them as an HTTP/2 server gets them', async (t) => {
  const server = http2.createServer((request, response) => response.end(readSessionId(request) ?? ''));
  const client = http2.connect(`http://127.0.0.1:${await listen(server, t)}`);
  t.after(() => client.close());
  const ask = (headers: http2.OutgoingHttpHeaders) => text(client.request(headers));
  // Browsers send each cookie by itself there.
  assert.equal(await ask({ cookie: ['theme=dark', `${NAME}=undefined`, `${NAME}=${OWN}`] }), OWN);
  assert.equal(await ask({ baggage: ['userId=alice', `session.id=${FOREIGN}`] }), FOREIGN);
});

for (const [what, cookie, baggage, expected] of [
  ['the cookie comes before baggage', `${NAME}=${OWN}`, `session.id=${FOREIGN}`, OWN],
  ['baggage stands in for a cookie that is none', `${NAME}=undefined`, `session.id=${FOREIGN}`, FOREIGN],
  ['of three cookies the first valid one counts', `${NAME}=short; ${NAME}=${OWN}; ${NAME}=${FOREIGN}`, '', OWN],
  ['of several members one that was made here counts', '', `session.id=${FOREIGN}, session.id=${OWN}`, OWN],
  ['else the first valid one', '', `session.id=a b, session.id=${FOREIGN}, session.id=ffffffff`, FOREIGN],
  ['names are whole', `x${NAME}=${OWN}; ${NAME}x=${OWN}; ${NAME.toUpperCase()}=${OWN}`, `xsession.id=${OWN}`, undefined],
  ['no name, no value', `${NAME}; =${OWN}; ${NAME}=`, 'session.id,=', undefined],
  ['spaces around', ` ${NAME} = ${OWN} `, '', OWN],
  ['properties, spaces and tabs', '', `a=1;b , session.id\t=\t${OWN} ; ttl=30 ;x`, OWN],
  ['percent-encoding of what needs none', '', 'session.id=%61bcd1234efgh%35678', FOREIGN],
  ['a broken member beside it', '', `x=%, %E0%A4%A=1, =, session.id=${OWN}`, OWN],
  ['percent-encoded spaces', '', 'session.id=%20%20abcd1234%0d%0aefgh', undefined],
  ['broken percent-encoding', `${NAME}=%E0%A4%A`, 'session.id=abcd1234%E0%A4%A', undefined],
  ['percent-encoding in a cookie', `${NAME}=%61bcd1234efgh5678`, '', undefined],
  ['quotes', `${NAME}="${OWN}"`, `session.id="${OWN}"`, undefined],
  ['what broken scripts write', `${NAME}=undefined; ${NAME}=[object Object]`, 'session.id=null', undefined],
  ['markup', `${NAME}=<script>alert(1)</script>`, 'session.id=%3Cb%3Eabcd1234', undefined],
  ['one character too many', `${NAME}=${'x'.repeat(65)}`, `session.id=${'x'.repeat(65)}`, undefined],
  ['one too few', `${NAME}=1234567`, 'session.id=1234567', undefined],
  ['8 kB', `${NAME}=${'x'.repeat(8192)}`, `session.id=${'%41'.repeat(2700)}`, undefined],
] as const) {
  test(`${what}: ${expected ?? 'none'}`, () => assert.equal(readSessionId(headersOf(cookie, baggage)), expected));
}

test('line breaks, which no server lets through, get nothing in', () => {
  for (const value of [`${OWN}\r\nSet-Cookie: a=b`, `\r\n${OWN}\r\nx`, `${FOREIGN}\u2028x`, `${FOREIGN}\0`]) {
    assert.equal(readSessionId({ headers: { cookie: `${NAME}=${value}`, baggage: `session.id=${value}` } }), undefined);
  }
});

test('what is no request is a TypeError that says what to pass', async () => {
  const isTold = { name: 'TypeError', message: /session-id-badge: .*pass the request itself/ };
  for (const none of [undefined, null, 'GET /', {}, { headers: null }, { headers: 'cookie' }]) {
    assert.throws(() => readSessionId(none as unknown as Request), isTold);
  }
  const app = new Hono().get('/', (c) => {
    assert.throws(() => readSessionId(c as unknown as Request), isTold);
    assert.throws(() => readSessionId(c.req as unknown as Request), isTold);
    return c.text(readSessionId(c.req.raw)!);
  });
  assert.equal(await (await app.request('/', { headers: { cookie: `${NAME}=${OWN}` } })).text(), OWN);
});

/** Any text, or what looks much like the headers that are meant. */
const piece = fc.oneof(
  fc.constantFrom(`${NAME}=`, 'session.id=', `${NAME}=${OWN}`, `session.id=${FOREIGN}`, OWN, '%'),
  fc.string(),
);
const header = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.tuple(piece, fc.constantFrom('', ';', ',', '; ', ' '))).map((pieces) => pieces.flat().join('')),
);

test('whatever stands in the two headers, what is read is an ID or nothing', () => {
  const seen = { ids: 0, none: 0 };
  fc.assert(
    fc.property(header, header, (cookie, baggage) => {
      const id = readSessionId({ headers: { cookie, baggage } });
      seen[id === undefined ? 'none' : 'ids']++;
      assert.ok(id === undefined || (GRAMMAR.test(id) && isSessionId(id)), id);
    }),
    { numRuns: 5000, seed: 21 },
  );
  // Else it says little.
  assert.ok(seen.ids > 250 && seen.none > 250, JSON.stringify(seen));
});

test('an ID is found among whatever else there is', () => {
  const other = fc.string().map((text) => `x${text.replaceAll(/[;,]/g, '')}`);
  const id = fc.stringMatching(GRAMMAR).filter(isSessionId);
  fc.assert(
    fc.property(fc.array(other), id, fc.array(other), (before, it, after) => {
      assert.equal(readSessionId({ headers: { cookie: [...before, `${NAME}=${it}`, ...after].join('; ') } }), it);
      assert.equal(readSessionId({ headers: { baggage: [...before, `session.id=${it}`, ...after].join(',') } }), it);
    }),
    { numRuns: 1000, seed: 21 },
  );
});
