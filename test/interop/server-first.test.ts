/** Sites whose server begins the session, and ends it at a logout: the badge goes along. */
import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { after, afterEach, before, test } from 'node:test';
import { readSessionId, renewSession } from '../server/built.ts';
import type { Browser } from '../support/browser.ts';
import { fillClipboard, readClipboard } from '../support/clipboard.ts';
import { openBrowser } from '../support/open-browser.ts';
import { BLANK, brief, changes, idAfter, LISTEN, quiet, shownId } from '../support/session-stories.ts';
import { page, startSite, type Reply, type Site } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';

const FOREIGN = 'srv-2026_abcd1234efgh5678';
const LOGOUT = '<form method="post" action="/logout"><button>Log out</button></form>';

/** What the server has logged: the ID of each request that its own code answered. */
const log: string[] = [];

/** A page that the server answers with the session's ID in it, which it begins where there is none: as in docs/server.md. */
const first =
  (html: (badge: (attributes?: string) => string) => string, begin = renewSession) =>
  (request: IncomingMessage): Reply => {
    const known = readSessionId(request);
    const { id, setCookie } = known ? { id: known, setCookie: [] } : begin(request);
    log.push(id);
    const badge = (attributes = '') => `<session-id-badge${attributes}>Session ID: ${id}</session-id-badge>`;
    return { headers: { 'cache-control': 'no-store', 'set-cookie': setCookie }, body: html(badge) };
  };

const foreign = () => ({ id: FOREIGN, setCookie: `diagnostic_session=${FOREIGN}; Path=/; SameSite=Lax` });

let browser: Browser;
let site: Site;
before(async () => {
  site = await startSite({
    routes: {
      '/': first((badge) => page(badge() + LOGOUT, LISTEN)),
      '/foreign': first((badge) => page(badge(), LISTEN), foreign),
      '/account': first((badge) => page(badge(' signed-in="true"') + LOGOUT.replace('/logout', '/logout?told'), LISTEN)),
      '/goodbye': first((badge) => page(badge(' signed-in="false"'), LISTEN)),
      '/no-script': first((badge) => BLANK + badge()),
      '/broken': first((badge) => `${BLANK}<script type="module" src="/dist/nothing.js"></script>${badge()}`),
      '/order': (request) => (log.push(readSessionId(request)!), ''),
      '/logout': (request) => {
        const location = request.url!.endsWith('?told') ? '/goodbye' : '/';
        return { status: 303, headers: { location, 'set-cookie': renewSession(request).setCookie } };
      },
      '/__clear': BLANK,
    },
  });
  browser = await openBrowser();
});
afterEach(async () => {
  await browser.clear();
  log.length = 0;
});
after(async () => {
  await browser.close();
  site.close();
});

/** The IDs that requests have brought, one after the other, from that one on. */
const broughtSince = (start: number): string[] => [
  ...new Set(
    site.requests
      .slice(start)
      .flatMap(({ headers: { cookie = '' } }) => [...cookie.matchAll(/diagnostic_session=([^;]*)/g)].map(([, id]) => id!)),
  ),
];

/** What the page does in the background. */
const order = (tab: Tab) => tab.evaluate(async () => void (await fetch('/order')));

for (const [whose, path, isWhose] of [
  ['one of ours', '/', /^[0-9a-hjkmnp-tv-z]{16}$/],
  ['one of its own making', '/foreign', new RegExp(`^${FOREIGN}$`)],
] as const) {
  test(`the badge takes the ID that the server has made, ${whose}, and there is never another one`, async () => {
    const start = site.requests.length;
    const tab = await browser.newTab(site.url + path);
    const id = await tab.waitFor(shownId);
    assert.match(id, isWhose);
    await order(tab);
    await tab.reload();
    await tab.waitFor(shownId);
    await order(tab);
    const told = await changes(tab, 1);
    assert.deepEqual(told.map(brief), ['resume outside']);
    assert.equal(told[0]!.id, id);
    assert.deepEqual(log, [id, id, id, id]);
    assert.deepEqual(broughtSince(start), [id]);
  });
}

test('at a logout the server begins the next session, and all tabs follow', async () => {
  const other = await browser.newTab(site.url);
  const dead = await other.waitFor(shownId);
  const tab = await browser.newTab(site.url);
  assert.equal(await tab.waitFor(shownId), dead);
  await order(tab);

  const start = site.requests.length + 1;
  await tab.click('button');
  const id = await tab.waitFor(idAfter, { argument: dead });
  assert.deepEqual((await changes(tab, 1)).map(brief), ['resume outside']);
  const [, ...told] = await changes(other, 2);
  assert.deepEqual(told, [{ id, previous: dead, reason: 'adopted', source: 'outside', sequence: 2 }]);
  for (const each of [tab, other]) {
    assert.equal(await each.waitFor(shownId), id);
    await order(each);
  }
  assert.deepEqual(log, [dead, dead, dead, id, id, id]);
  assert.deepEqual(broughtSince(start), [id]);
});

test('also where the page then says that nobody is signed in: the session is new already, each time', async () => {
  const tab = await browser.newTab(`${site.url}/account`);
  const ids = [await tab.waitFor(shownId)];
  for (const round of [1, 2]) {
    const start = site.requests.length;
    await tab.goto(`${site.url}/account`);
    await tab.click('button');
    const id = await tab.waitFor(idAfter, { argument: ids.at(-1)! });
    await quiet(500);
    await order(tab);
    assert.deepEqual(
      (await changes(tab, 1)).map((told) => told.id),
      [id],
    );
    assert.equal(await tab.waitFor(shownId), id);
    assert.deepEqual(log.splice(0).slice(-3), [ids.at(-1), id, id], `round ${round}`);
    assert.deepEqual(broughtSince(start), [ids.at(-1), id]);
    ids.push(id);
  }
  assert.equal(new Set(ids).size, 3);
});

for (const [what, path] of [
  ['a page without scripts', '/no-script'],
  ['a page whose script does not come', '/broken'],
] as const) {
  test(`on ${what} the customer can select the ID with a double-click, and copy it`, async () => {
    const tab = await browser.newTab(site.url + path);
    assert.equal(await tab.evaluate(() => !!customElements.get('session-id-badge')), false);
    await fillClipboard(browser, 'something else');
    await tab.click('session-id-badge', { times: 2 });
    const selected = await tab.waitFor(() => String(getSelection()));
    await tab.press('Control+c');
    const text = await tab.evaluate(() => document.querySelector('session-id-badge')!.innerText);
    assert.equal(text, `Session ID: ${selected}`);
    assert.equal(await readClipboard(browser), selected);
    assert.equal(await tab.evaluate(() => document.cookie), `diagnostic_session=${selected}`);
    assert.deepEqual(log, [selected]);
  });
}
