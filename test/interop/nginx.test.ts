/** The ID in the access log of a real nginx, by the recipe of docs/server-logs.md. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ensureNginx } from '../../tools/nginx.mjs';
import type { Browser } from '../support/browser.ts';
import { startNginx, type LogLine, type Nginx } from '../support/nginx.ts';
import { openBrowser } from '../support/open-browser.ts';
import { renew, shownId } from '../support/session-stories.ts';
import { page } from '../support/site.ts';

const OWN = '6fgje00123456782';
const FOREIGN = 'abcd1234efgh5678';

/** Header lines that a browser, or somebody with a socket, may send, and the ID that the log shall hold. */
const REQUESTS: readonly [what: string, headers: string | Buffer, id: string][] = [
  ['no cookie', 'Accept: */*', ''],
  ['an ID', `Cookie: a=b; diagnostic_session=${OWN}; c=d`, OWN],
  ['a foreign ID', `Cookie: diagnostic_session=${FOREIGN}`, FOREIGN],
  [
    'two that are no ID before it',
    `Cookie: diagnostic_session=undefined; diagnostic_session=%0a; diagnostic_session=${OWN}`,
    OWN,
  ],
  ['another ID behind it', `Cookie: diagnostic_session=abc; diagnostic_session=${FOREIGN}; diagnostic_session=${OWN}`, FOREIGN],
  ['undefined', 'Cookie: diagnostic_session=undefined', ''],
  ['what begins like undefined', 'Cookie: diagnostic_session=undefined1', 'undefined1'],
  ['an object', 'Cookie: diagnostic_session=[object Object]', ''],
  ['7 characters', 'Cookie: diagnostic_session=abcdefg', ''],
  ['64 characters', `Cookie: diagnostic_session=${'x'.repeat(64)}`, 'x'.repeat(64)],
  ['65 characters', `Cookie: diagnostic_session=${'x'.repeat(65)}`, ''],
  ['4 kB', `Cookie: diagnostic_session=${'x'.repeat(4000)}`, ''],
  ['7.5 kB of other cookies', `Cookie: a=${'x'.repeat(7500)}; diagnostic_session=${OWN}`, OWN],
  ['more than nginx takes', `Cookie: diagnostic_session=${'x'.repeat(40_000)}`, ''],
  ['percent garbage', 'Cookie: diagnostic_session=%0a%0d%zz%E0%A4%A', ''],
  ['percent garbage behind an ID', `Cookie: diagnostic_session=${OWN}%0d%0a`, ''],
  ['quotes', `Cookie: diagnostic_session="${OWN}"`, ''],
  ['a backslash', 'Cookie: diagnostic_session=abcdefgh\\', ''],
  ['JSON', 'Cookie: diagnostic_session=x"},{"session.id":"forged-1234"}', ''],
  ['a line feed', 'Cookie: diagnostic_session=abc\n{"session.id":"forged-1234"}', ''],
  ['a carriage return', 'Cookie: diagnostic_session=abcdefgh\r{"session.id":"forged-1234"}', ''],
  ['both', 'Cookie: diagnostic_session=abc\r\n{"session.id":"forged-1234"}', ''],
  ['a folded line', 'Cookie: a=b\r\n diagnostic_session=forged-1234', ''],
  ['NUL', 'Cookie: diagnostic_session=abcdefgh\0', ''],
  ['bytes that are no text', Buffer.from('Cookie: diagnostic_session=\xff\xfeabcdefgh', 'latin1'), ''],
  ['letters of other scripts', 'Cookie: diagnostic_session=сессия-абвгдежз', ''],
  ['other names', `Cookie: xdiagnostic_session=${OWN}; Diagnostic_Session=${OWN}; a=diagnostic_session=${OWN}`, ''],
  ["the recipe's own variables", 'diagnostic_session: forged-1234\r\nDiagnostic_Cookie: forged-1234', ''],
  ['several Cookie headers', `Cookie: diagnostic_session=undefined\r\nCookie: diagnostic_session=${OWN}`, OWN],
  ['baggage', `Baggage: session.id=${OWN}`, OWN],
  ['baggage with properties and other members', `Baggage: a=b;p=1, session.id = ${OWN} ;q=2;r , c=d`, OWN],
  ["session.id as another member's property", `Baggage: a=b;session.id=${OWN}`, ''],
  ['two members, one of them undefined', `Baggage: session.id=undefined,session.id=${FOREIGN}`, FOREIGN],
  ['baggage that is no ID', `Baggage: session.id="},{"a":",xsession.id=${OWN},session-id=${OWN}`, ''],
  ['a cookie and baggage', `Baggage: session.id=${FOREIGN}\r\nCookie: diagnostic_session=${OWN}`, OWN],
  ['a cookie that is no ID, and baggage', `Baggage: session.id=${FOREIGN}\r\nCookie: diagnostic_session=undefined`, FOREIGN],
  ['neither is an ID', 'Baggage: session.id=undefined\r\nCookie: diagnostic_session=undefined', ''],
];

/** What is no proper request at all. */
const NO_REQUESTS: readonly [what: string, bytes: string | Buffer][] = [
  ['JSON for a path', 'GET /"},{"session.id":"forged-1234"}\\ HTTP/1.0\r\n\r\n'],
  ['a line break for a path', 'GET /%0d%0a{"session.id":"forged-1234"} HTTP/1.0\r\n\r\n'],
  ['bytes for a path', Buffer.from('GET /\xff\xfe\xc3 HTTP/1.0\r\n\r\n', 'latin1')],
  ['a second line', 'GET /\n{"session.id":"forged-1234"}\r\n\r\n'],
  ['no HTTP', '{"session.id":"forged-1234"}\r\n\r\n'],
  ['TLS', Buffer.from('16030100050100000100', 'hex')],
];

const { executablePath, why } = ensureNginx();

describe('the access log of nginx', { skip: why }, () => {
  let nginx: Nginx;
  before(async () => (nginx = await startNginx(executablePath!, page('<session-id-badge></session-id-badge>'))));
  after(() => nginx.stop());

  describe('with a socket', () => {
    /** The lines that what is sent has made: all of them, since nginx writes that of the request behind it later. */
    async function linesOf(bytes: string | Buffer): Promise<LogLine[]> {
      const from = nginx.lines().length;
      await nginx.send(bytes);
      const last = `/next/after-${from}`;
      await nginx.send(`GET ${last} HTTP/1.0\r\n\r\n`);
      await nginx.lineOf(last);
      return nginx.lines().slice(from, -1);
    }
    const keys = ['time', 'session.id', 'request', 'status'];

    for (const [what, headers, id] of REQUESTS) {
      test(`${what}: one line, ${id ? 'with that ID' : 'without an ID'}`, async () => {
        const start = 'GET /next/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
        const [line, ...more] = await linesOf(Buffer.concat([start, headers, '\r\n\r\n'].map((part) => Buffer.from(part))));
        assert.deepEqual(more, []);
        assert.deepEqual(Object.keys(line!), keys);
        assert.equal(line!['session.id'], id);
      });
    }

    for (const [what, bytes] of NO_REQUESTS) {
      test(`${what}: one line, without an ID`, async () => {
        const [line, ...more] = await linesOf(bytes);
        assert.deepEqual(more, []);
        assert.deepEqual(Object.keys(line!), keys);
        assert.equal(line!['session.id'], '');
      });
    }
  });

  describe('with a browser', () => {
    let browser: Browser;
    before(async () => (browser = await openBrowser()));
    after(() => browser.close());

    test('the request after the first page carries the ID that the badge shows, and after renew() the new one', async () => {
      const tab = await browser.newTab(`${nginx.url}/`);
      const ask = (path: string) => tab.evaluate(async (url) => void (await fetch(url)), path);
      const id = await tab.waitFor(shownId);
      assert.equal((await nginx.lineOf('/'))['session.id'], '', 'the first request has no cookie');
      await ask('/next/1');
      assert.equal((await nginx.lineOf('/next/1'))['session.id'], id);
      await renew(tab);
      await ask('/next/2');
      const renewed = await tab.waitFor(shownId);
      assert.notEqual(renewed, id);
      assert.equal((await nginx.lineOf('/next/2'))['session.id'], renewed);
    });

    test('a page of another origin sends its ID as baggage', async () => {
      const tab = await browser.newTab(`${nginx.otherUrl}/`);
      const id = await tab.waitFor(shownId);
      await tab.evaluate(async ({ url, baggage }) => void (await fetch(url, { headers: { baggage } })), {
        url: `${nginx.url}/api/1`,
        baggage: `shop=1,session.id=${id};p=2`,
      });
      assert.equal((await nginx.lineOf('/api/1'))['session.id'], id);
    });
  });
});
