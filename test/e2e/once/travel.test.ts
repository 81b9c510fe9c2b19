import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { fillClipboard, readClipboard } from '../../support/clipboard.ts';
import { currentEngine } from '../../support/open-browser.ts';
import { isSoak } from '../../support/origins.ts';
import { shifts } from '../../support/shifts.ts';
import { useShop } from '../../support/shop.ts';
import { startSite, type Reply, type Route, type Site } from '../../support/site.ts';
import type { Tab } from '../../support/tab.ts';

const stage = useShop();

const POLICY = "default-src 'self'";

/** Runs in the page. The ID that the badge shows, if it is the one ID in the cookies. */
const shownId = () => {
  const text = document.querySelector('session-id-badge')?.shadowRoot?.querySelector('[part=id]')?.textContent;
  return text && document.cookie.match(/diagnostic_session=\w+/g)?.join() == `diagnostic_session=${text}` ? text : '';
};

/** What the three logs say on the page, once they have so many lines together and the last click has been answered. */
const logs = (tab: Tab, lines: number): Promise<Record<string, string[]>> =>
  tab.waitFor(
    (least) => {
      if (document.querySelectorAll('.journey li').length < least || !document.querySelector('#order-status')!.textContent) {
        return;
      }
      const linesOf = (place: string) =>
        [...document.querySelectorAll(`#${place}-log li`)].map(
          (line) => `${line.querySelector('span')!.textContent} ${line.querySelector('code')!.textContent}`,
        );
      return { browser: linesOf('browser'), shop: linesOf('shop'), warehouse: linesOf('warehouse') };
    },
    { argument: lines },
  );

/** What they say of one click. */
const oneClick = (id: string) => ({
  browser: [`click ${id}`],
  shop: [`POST /travel/order ${id}`],
  warehouse: [`POST /parcels ${id}`, `GET /stock ${id}`],
});

for (const [name, url] of [
  ['http://localhost', () => stage.url],
  ...(isSoak || currentEngine == 'chromium' ? [['plain http', () => stage.plainUrl] as const] : []),
] as const) {
  test(`one click on ${name} is in three logs, under the ID of the badge`, async () => {
    const tab = await stage.browser.newTab(`${url()}/travel`);
    const id = await tab.waitFor(shownId);
    await tab.click('#order');
    assert.deepEqual(await logs(tab, 4), oneClick(id));

    await tab.evaluate(async () => void (await document.querySelector('session-id-badge')!.manager!.renew()));
    const next = await tab.waitFor(shownId);
    assert.notEqual(next, id);
    // The lines of the session before are no longer shown.
    await tab.waitFor(() => !document.querySelector('.journey li'));
    await tab.click('#order');
    assert.deepEqual(await logs(tab, 4), oneClick(next));
  });
}

describe('the page of the travelling click', () => {
  test('shows nobody the lines of another session', async () => {
    const tab = await stage.browser.newTab(`${stage.url}/travel`);
    const id = await tab.waitFor(shownId);
    await tab.click('#order');
    await logs(tab, 4);

    const other = 'another-visitor';
    const cookie = `diagnostic_session=${other}`;
    const baggage = `session.id=${other}`;
    assert.equal((await fetch(`${stage.url}/travel/order`, { method: 'POST', headers: { cookie } })).status, 204);
    const linesFor = async (url: string, headers: Record<string, string>) =>
      ((await (await fetch(url, { headers })).json()) as { what: string; id: string }[]).map(
        (line) => `${line.what} ${line.id}`,
      );
    const logOf = { shop: `${stage.url}/travel/log`, warehouse: `${stage.warehouseUrl}/log` };
    assert.deepEqual(await linesFor(logOf.shop, { cookie }), [`POST /travel/order ${other}`]);
    assert.deepEqual(await linesFor(logOf.warehouse, { baggage }), [`POST /parcels ${other}`]);
    // Who says of no session that it is theirs is given nothing, also where lines have none.
    await fetch(`${stage.url}/travel/order`, { method: 'POST' });
    for (const url of Object.values(logOf)) {
      assert.deepEqual(await linesFor(url, {}), []);
      assert.deepEqual(await linesFor(url, { cookie: 'diagnostic_session=*', baggage: 'session.id=*' }), []);
    }

    await tab.click('#order');
    const seen = Object.values(await logs(tab, 8)).flat();
    assert.equal(seen.length, 8);
    assert.deepEqual(
      seen.filter((line) => !line.endsWith(` ${id}`)),
      [],
    );
  });

  test('is the only one that may ask another origin, which answers the shop only', async () => {
    const policyOf = async (path: string) => (await fetch(stage.url + path)).headers.get('content-security-policy');
    assert.equal(await policyOf('/travel'), `${POLICY}; connect-src 'self' ${stage.warehouseUrl}`);
    for (const path of ['/', '/travel/log', '/travel/nothing']) assert.equal(await policyOf(path), POLICY, path);

    const allowed = async (origin: string) => {
      const headers = { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'baggage' };
      const answers = await Promise.all([
        fetch(`${stage.warehouseUrl}/log`, { method: 'OPTIONS', headers }),
        fetch(`${stage.warehouseUrl}/log`, { headers }),
      ]);
      return [
        answers[0].headers.get('access-control-allow-headers'),
        ...answers.map((answer) => answer.headers.get('access-control-allow-origin')),
      ];
    };
    assert.deepEqual(await allowed(stage.url), ['baggage', stage.url, stage.url]);
    for (const origin of ['http://evil.test', stage.plainUrl, stage.warehouseUrl, 'null']) {
      assert.deepEqual(await allowed(origin), ['baggage', null, null], origin);
    }
  });

  test('moves nothing when lines come', { skip: currentEngine != 'chromium' }, async () => {
    const tab = await stage.browser.newTab();
    for (const path of ['/travel', '/travel?lang=nl', '/travel?dir=rtl']) {
      await tab.goto(stage.url + path);
      await tab.waitFor(shownId);
      await tab.evaluate(() => {
        globalThis.violations = [];
        document.addEventListener('securitypolicyviolation', ({ blockedURI }) => violations.push(blockedURI));
      });
      for (const clicks of [1, 2]) {
        await tab.click('#order');
        await logs(tab, 4 * clicks);
      }
      assert.deepEqual([await shifts(tab), await tab.evaluate(() => violations)], [[], []], path);
    }
  });
});

describe('an error page', () => {
  let scriptless: Site;
  before(async () => {
    /** What the shop answers to the same request. */
    const mirror: Route = async ({ url, headers }): Promise<Reply> => {
      const { cookie = '', accept = '' } = headers;
      const response = await fetch(stage.url + url!, { headers: { cookie, accept } });
      const passedOn = ['content-type', 'content-security-policy', 'cache-control'];
      return {
        status: response.status,
        headers: {
          ...Object.fromEntries(passedOn.map((name) => [name, response.headers.get(name)!])),
          'set-cookie': response.headers.getSetCookie(),
        },
        body: await response.text(),
      };
    };
    // All but the scripts.
    scriptless = await startSite({ routes: { '/error': mirror, '/no-such-page': mirror, '/assets/shop.css': mirror } });
  });
  after(() => scriptless.close());

  /** Runs in the page. What stands inside the badge's element, once the page is there. */
  const fallback = () => {
    if (document.readyState != 'complete') return;
    const badge = document.querySelector<HTMLElement>('session-id-badge')!;
    badge.scrollIntoView();
    const { x, y, width, height } = badge.querySelector('bdi')!.getBoundingClientRect();
    return {
      text: badge.innerText,
      isSeen: document.elementFromPoint(x + width / 2, y + height / 2)?.localName == 'bdi',
      isDefined: !!customElements.get('session-id-badge'),
      cookie: document.cookie.split('; ').filter((pair) => pair.startsWith('diagnostic_session=')),
    };
  };

  test('shows the ID where no script runs, to be selected and copied; the badge goes on with it', async () => {
    const tab = await stage.browser.newTab(`${scriptless.url}/error`);
    const seen = await tab.waitFor(fallback);
    const id = seen.text.replace('Session ID: ', '');
    assert.match(id, /^[0-9a-hjkmnp-tv-z]{16}$/);
    const there = { isSeen: true, isDefined: false, cookie: [`diagnostic_session=${id}`] };
    assert.deepEqual(seen, { text: `Session ID: ${id}`, ...there });
    assert.ok(scriptless.requests.some(({ path }) => path == '/assets/shop.js'));

    await fillClipboard(stage.browser, 'something else');
    await tab.click('session-id-badge bdi', { times: 2 });
    await tab.waitFor((whole) => getSelection()!.toString().trim() == whole, { argument: id });
    await tab.press('Control+c');
    assert.equal((await readClipboard(stage.browser)).trim(), id);

    await tab.goto(`${scriptless.url}/no-such-page?lang=nl`);
    assert.deepEqual(await tab.waitFor(fallback), { text: `Sessie-ID: ${id}`, ...there });

    await tab.goto(`${stage.url}/error`);
    assert.equal(await tab.waitFor(shownId), id);
  });

  test('hands its ID over to the badge, which makes none of its own, and nothing moves', async () => {
    const tab = await stage.browser.newTab(`${stage.url}/no-such-page`);
    const id = await tab.waitFor(shownId);
    await tab.waitFor(() => !!document.querySelector('#session-log tr'));
    const seen = await tab.evaluate(() => ({
      fallback: document.querySelector('session-id-badge')!.textContent,
      isSeen: !!document.querySelector('session-id-badge bdi')!.getClientRects().length,
      log: [...document.querySelectorAll<HTMLTableRowElement>('#session-log tr')].map(({ cells }) =>
        [cells[1], cells[2]].map((cell) => cell!.textContent).join(' '),
      ),
    }));
    assert.deepEqual(seen, { fallback: `Session ID: ${id}`, isSeen: false, log: ['resume outside'] });
    if (currentEngine == 'chromium') assert.deepEqual(await shifts(tab), []);
    await tab.goto(stage.url);
    assert.equal(await tab.waitFor(shownId), id);
  });

  test('begins a session only when it is asked for as a page', async () => {
    const ask = async (path: string, { method = 'GET', ...headers }: Record<string, string> = {}) => {
      const response = await fetch(stage.url + path, { method, headers });
      const [, inside] = (await response.text()).match(/<session-id-badge[^>]*>(?:<span>Session ID: <bdi[^>]*>(\w+)<)?/)!;
      return { inside, cookies: response.headers.getSetCookie() };
    };
    const accept = 'text/html,application/xhtml+xml';
    const { inside, cookies } = await ask('/error', { accept });
    assert.deepEqual(cookies, [`diagnostic_session=${inside}; Path=/; SameSite=Lax`]);
    const none = { inside: undefined, cookies: [] };
    assert.deepEqual(await ask('/assets/gone.js', { accept: '*/*' }), none);
    assert.deepEqual(await ask('/error', { accept, method: 'POST', origin: 'http://evil.test' }), none);
    // There the badge is the first, as on most sites.
    assert.deepEqual(await ask('/', { accept }), none);
    const cookie = `diagnostic_session=${inside}`;
    assert.deepEqual(await ask('/error', { accept, cookie }), { inside, cookies: [] });
  });
});

describe('a page whose foot comes late', { skip: currentEngine != 'chromium' }, () => {
  let sendFoot = () => {};
  const slow = createServer(async ({ url }, response) => {
    const shop = await fetch(stage.url + url);
    const body = await shop.text();
    response.writeHead(shop.status, { 'content-type': shop.headers.get('content-type')! });
    if (url != '/basket') return response.end(body);
    const [head, foot] = body.split('<footer>');
    response.write(head);
    sendFoot = () => response.end(`<footer>${foot}`);
  });
  before(() => new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve)));
  after(() => (slow.close(), slow.closeAllConnections()));

  test('has everything else in its place before', async () => {
    const tab = await stage.browser.newTab();
    const loaded = tab.goto(`http://localhost:${(slow.address() as AddressInfo).port}/basket`);
    await tab.waitFor(() => document.querySelector('.session-log') && performance.getEntriesByType('paint').length);
    assert.ok(await tab.evaluate(() => !document.querySelector('footer')));
    sendFoot();
    await loaded;
    await tab.waitFor(() => !!document.querySelector('footer'));
    assert.deepEqual(await shifts(tab), []);
  });
});
