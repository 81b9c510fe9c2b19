import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { currentEngine } from '../support/open-browser.ts';
import { inSoak, useOrigins } from '../support/origins.ts';
import { ALIGNED_PAGE, assertRenewedOnce, brief, changes, LISTEN, listeningPage, shownId } from '../support/session-stories.ts';
import { page } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';

const routes = {
  '/': listeningPage(),
  '/in': listeningPage('signed-in="true"'),
  '/silent': listeningPage(),
  '/out': listeningPage('signed-in="false"'),
  '/aligned': ALIGNED_PAGE,
  '/twice': page('<session-id-badge></session-id-badge>', `${LISTEN}<script type="module" src="/dist/cdn.js?again"></script>`),
  '/delete': { headers: { 'set-cookie': 'diagnostic_session=; Path=/; Max-Age=0' } },
  '/clear': { headers: { 'clear-site-data': '"cookies"' } },
  '/replace': { headers: { 'set-cookie': 'diagnostic_session=from-the-server-1; Path=/; SameSite=Lax' } },
  '/http-only': { headers: { 'set-cookie': 'diagnostic_session=out-of-reach-1; Path=/; HttpOnly' } },
};

const { origins, newTab, openTabs, clear } = useOrigins(routes);
afterEach(clear);

for (const { name, url, isSecureContext } of origins) {
  /** Here https is as http://localhost is. */
  const story = name == 'https' ? inSoak : test;

  describe(name, () => {
    test('a first visit, a reload, a second tab: one ID', async () => {
      const tab = await newTab(`${url()}/`);
      const id = await tab.waitFor(shownId);
      assert.match(id, /^[0-9a-hjkmnp-tv-z]{16}$/);
      assert.deepEqual(await changes(tab, 1), [{ id, previous: null, reason: 'start', source: 'this-tab', sequence: 1 }]);
      await tab.reload();
      assert.equal(await tab.waitFor(shownId), id);
      const resumed = [{ id, previous: null, reason: 'resume', source: 'outside', sequence: 1 }];
      assert.deepEqual(await changes(tab, 1), resumed);
      const second = await newTab(`${url()}/`);
      assert.equal(await second.waitFor(shownId), id);
      assert.deepEqual(await changes(second, 1), resumed);
    });

    story('the cookie deleted by script in another tab', async () => {
      const [tabs, dead] = await openTabs(`${url()}/`, 3);
      await tabs[1]!.evaluate(() => void (document.cookie = 'diagnostic_session=; Path=/; Max-Age=0'));
      await assertRenewedOnce(tabs, dead, 'cookie-reset');
    });

    story('the cookie deleted by the server', async () => {
      const [tabs, dead] = await openTabs(`${url()}/`, 3);
      await tabs[2]!.evaluate(() => fetch('/delete').then(() => {}));
      await assertRenewedOnce(tabs, dead, 'cookie-reset');
    });

    story('Clear-Site-Data', { skip: !isSecureContext && 'browsers take that header from secure contexts only' }, async () => {
      const [tabs, dead] = await openTabs(`${url()}/`, 3);
      await tabs[0]!.evaluate(() => fetch('/clear').then(() => {}));
      await assertRenewedOnce(tabs, dead, 'cookie-reset');
    });

    story('a logout by script, told twice', async () => {
      const [tabs, dead] = await openTabs(`${url()}/`, 3);
      await tabs[1]!.evaluate(() => {
        const manager = document.querySelector('session-id-badge')!.manager!;
        return Promise.all([manager.renew('logout'), manager.renew('logout')]).then(() => {});
      });
      await assertRenewedOnce(tabs, dead, 'logout');
    });

    story('the old ID never comes back: not into cookie, page or any storage', async () => {
      const [tabs, dead] = await openTabs(`${url()}/`, 2);
      await tabs[0]!.evaluate(() => void (document.cookie = 'diagnostic_session=; Path=/; Max-Age=0'));
      const id = await assertRenewedOnce(tabs, dead, 'cookie-reset');
      await tabs[1]!.reload();
      assert.equal(await tabs[1]!.waitFor(shownId), id);
      for (const tab of tabs) {
        const kept = await tab.evaluate(() =>
          [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(),
        );
        assert.ok(!kept.includes(dead), kept);
        assert.ok(kept.includes(id));
      }
    });

    story('a logout by markup, three pages later', async () => {
      const tab = await newTab(`${url()}/in`);
      const id = await tab.waitFor(shownId);
      await tab.goto(`${url()}/silent`);
      assert.equal(await tab.waitFor(shownId), id);
      await tab.goto(`${url()}/out`);
      const next = await tab.waitFor(shownId);
      assert.notEqual(next, id);
      assert.deepEqual((await changes(tab, 1)).map(brief), ['logout this-tab']);
      for (const path of ['/out', '/in', '/silent', '/in']) {
        await tab.goto(url() + path);
        assert.equal(await tab.waitFor(shownId), next, path);
        assert.deepEqual((await changes(tab, 1)).map(brief), ['resume outside']);
      }
    });

    story("the server's own ID is adopted by every tab", async () => {
      const [tabs, before] = await openTabs(`${url()}/`, 2);
      await tabs[0]!.evaluate(() => fetch('/replace').then(() => {}));
      for (const tab of tabs) {
        const [, change] = await changes(tab, 2);
        assert.deepEqual(change, {
          id: 'from-the-server-1',
          previous: before,
          reason: 'adopted',
          source: 'outside',
          sequence: 2,
        });
      }
    });

    const phantom =
      currentEngine != 'chromium' &&
      name == 'plain http' &&
      `${currentEngine} shows script a cookie that it has refused, and has no cookieStore there to ask`;
    story('a cookie of our name that script can neither read nor replace', { skip: phantom }, async () => {
      const tab = await newTab(`${url()}/http-only`);
      await tab.goto(`${url()}/`);
      const session = await tab.waitFor(() => document.querySelector('session-id-badge')?.session);
      assert.equal(session.persistence, 'tab');
      assert.notEqual(session.id, 'out-of-reach-1');
      assert.deepEqual((await changes(tab, 1)).map(brief), ['start this-tab']);
      await tab.reload();
      assert.equal((await tab.waitFor(() => document.querySelector('session-id-badge')?.session)).id, session.id);
      assert.deepEqual((await changes(tab, 1)).map(brief), ['resume outside']);
    });

    story('two bundles of the package on one page have one manager', async () => {
      const tab = await newTab(`${url()}/twice`);
      await tab.waitFor(shownId);
      const same = await tab.evaluate(async () => {
        const bundles = await Promise.all(
          ['/dist/cdn.js', '/dist/cdn.js?again', '/dist/session.js'].map((file) => import(file)),
        );
        const badge = document.querySelector('session-id-badge')!;
        return (
          bundles.every(({ getSessionManager }) => getSessionManager() == badge.manager) &&
          bundles[0].SessionIdBadge != bundles[1].SessionIdBadge
        );
      });
      assert.equal(same, true);
      assert.equal((await changes(tab, 1)).length, 1);
    });

    // As told round by round in rounds.test.ts.
    inSoak('tabs that start at the same moment agree on one ID, and each tells it once', async () => {
      const tabs: Tab[] = [];
      for (let i = 0; i < 4; i++) tabs.push(await newTab());
      for (let round = 0; round < 3; round++) {
        for (const tab of tabs) await tab.goto(`${url()}/aligned`);
        await tabs[0]!.evaluate(() => {
          document.cookie = 'diagnostic_session=; Path=/; Max-Age=0';
          globalThis.startAll();
        });
        const ids = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
        assert.equal(new Set(ids).size, 1, `round ${round}: ${ids}`);
        const all = await Promise.all(tabs.map((tab) => changes(tab, 1)));
        assert.ok(
          all.every((told) => told.length == 1 && told[0]!.id == ids[0]),
          JSON.stringify(all),
        );
        assert.equal(all.filter(([told]) => told!.source == 'this-tab').length, 1, JSON.stringify(all));
      }
    });
  });
}
