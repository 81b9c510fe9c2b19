import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { inSoak, none, useOrigins } from '../../support/origins.ts';
import {
  badgeSession,
  brief,
  changes,
  listeningPage,
  quiet,
  renew,
  shownId,
  stored,
  TROUBLES,
} from '../../support/session-stories.ts';
import type { Tab } from '../../support/tab.ts';

const routes = {
  '/': listeningPage('', TROUBLES),
  '/granted': listeningPage('persistence="cookie"', TROUBLES),
  '/denied': listeningPage('persistence="memory"', TROUBLES),
  '/tab': listeningPage('persistence="tab"', TROUBLES),
};

const { secureAndPlain, newTab, openTabs, clear } = useOrigins(routes);
afterEach(clear);

/** What the host's consent banner does. */
const choose = (tab: Tab, persistence: 'cookie' | 'tab' | 'memory'): Promise<void> =>
  tab.evaluate((choice) => document.querySelector('session-id-badge')!.setAttribute('persistence', choice), persistence);

/** A page's session once it is kept there. */
const keptIn = (tab: Tab, persistence: string) =>
  tab.waitFor(
    (where) => {
      const session = document.querySelector('session-id-badge')?.session;
      return session?.persistence == where ? session : null;
    },
    { argument: persistence },
  );

/** Runs in the page. The time until nothing of ours is stored, in ms, beginning with what the customer chooses now. */
async function revoke(): Promise<number> {
  const begin = performance.now();
  document.querySelector('session-id-badge')!.setAttribute('persistence', 'memory');
  for (;;) {
    const databases = (await indexedDB.databases?.()) ?? [];
    if (!document.cookie && !localStorage.length && !sessionStorage.length && !databases.length) break;
    if (performance.now() > begin + 5000)
      throw new Error(`still ${document.cookie} ${JSON.stringify([localStorage, databases])}`);
    await new Promise((later) => setTimeout(later, 5));
  }
  return Math.round(performance.now() - begin);
}

const countOf = async (tab: Tab): Promise<number> => (await changes(tab, 1)).length;

for (const { name, url, isSecureContext } of secureAndPlain) {
  /** Where the kind of origin makes no difference, one of them is enough. */
  const onOne = isSecureContext ? test : none;
  const onOneInSoak = isSecureContext ? inSoak : none;

  /** Long enough for a page to take a missing cookie for a reset: without events it looks once a second. */
  const looks = () => quiet(isSecureContext ? 300 : 1200);

  describe(`consent on ${name}`, () => {
    test('denied, granted in mid-visit, revoked, granted in another tab: one ID all the way', async (t) => {
      const first = await newTab(`${url()}/denied`);
      const { id } = await keptIn(first, 'memory');
      assert.match(id, /^[0-9a-hjkmnp-tv-z]{16}$/);
      assert.deepEqual((await changes(first, 1)).map(brief), ['start this-tab']);
      await first.click(['session-id-badge', '[part=copy-button]']);
      await first.click('body');
      await quiet(300);
      assert.deepEqual(await first.evaluate(stored), [], 'nothing is stored before consent');

      await choose(first, 'cookie');
      assert.equal(await first.waitFor(shownId), id);
      await keptIn(first, 'cookie');
      assert.equal(await countOf(first), 1, 'no session-change for persistence alone');

      const second = await newTab(`${url()}/granted`);
      assert.equal(await second.waitFor(shownId), id);
      assert.deepEqual((await changes(second, 1)).map(brief), ['resume outside']);

      // Where the customer chooses; in Firefox, timers of a hidden tab can take seconds.

      await first.front();

      t.diagnostic(`all that was stored is gone after ${await first.evaluate(revoke)} ms`);
      for (const tab of [first, second]) assert.equal((await keptIn(tab, 'memory')).id, id, 'the ID stays');
      await looks();
      await first.front();
      await quiet(300);
      for (const tab of [first, second]) {
        assert.deepEqual(await tab.evaluate(stored), []);
        assert.equal((await keptIn(tab, 'memory')).id, id);
        assert.equal(await countOf(tab), 1);
      }

      await choose(second, 'memory');
      await choose(second, 'cookie');
      for (const tab of [second, first]) {
        assert.equal((await keptIn(tab, 'cookie')).id, id);
        assert.equal(await tab.waitFor(shownId), id);
        assert.equal(await countOf(tab), 1);
        assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
      }
      await first.goto(`${url()}/granted`);
      assert.equal(await first.waitFor(shownId), id);
    });

    onOneInSoak('granted in one of two tabs that had their own IDs in memory: the other adopts', async () => {
      const one = await newTab(`${url()}/denied`);
      const two = await newTab(`${url()}/denied`);
      const { id } = await keptIn(one, 'memory');
      const { id: lost } = await keptIn(two, 'memory');
      assert.notEqual(id, lost);
      await changes(two, 1);
      await choose(one, 'cookie');
      assert.equal(await two.waitFor(shownId), id);
      assert.equal((await keptIn(two, 'cookie')).id, id);
      const [, adopted, ...more] = await changes(two, 2);
      assert.deepEqual(adopted, { id, previous: lost, reason: 'adopted', source: 'other-tab', sequence: 2 });
      assert.deepEqual(more, []);
      assert.equal(await countOf(one), 1);
      assert.equal(await one.waitFor(shownId), id);
    });

    test('revoked with four tabs open: all keep the ID in memory, none begins a new session or stores anything', async (t) => {
      const [tabs, id] = await openTabs(`${url()}/`, 4);
      const front = tabs.at(-1)!;
      t.diagnostic(`all that was stored is gone after ${await front.evaluate(revoke)} ms`);
      for (const tab of tabs) assert.equal((await keptIn(tab, 'memory')).id, id);
      for (const tab of tabs) await tab.front();
      await looks();
      for (const tab of tabs) {
        assert.equal((await keptIn(tab, 'memory')).id, id);
        assert.deepEqual(await tab.evaluate(stored), []);
        assert.equal(await countOf(tab), 1);
        assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
      }
    });

    onOne('revoked by a click in the same moment in which the cookie is deleted elsewhere: nothing comes back', async () => {
      const [tabs] = await openTabs(`${url()}/`, 2);
      await tabs[1]!.evaluate(() => {
        document.cookie = 'diagnostic_session=; Path=/; Max-Age=0';
        document.querySelector('session-id-badge')!.setAttribute('persistence', 'memory');
      });
      for (const tab of tabs) await keptIn(tab, 'memory');
      for (const tab of tabs) await tab.front();
      await looks();
      for (const tab of tabs) assert.deepEqual(await tab.evaluate(stored), []);
    });

    (isSecureContext ? test : inSoak)(
      'a page that loads without consent and finds our cookie takes the ID over and deletes everything',
      async () => {
        const [[stays, leaves], id] = await openTabs(`${url()}/`, 2);
        await leaves!.goto(`${url()}/denied`);
        assert.equal((await keptIn(leaves!, 'memory')).id, id);
        assert.deepEqual(await changes(leaves!, 1), [{ id, previous: null, reason: 'resume', source: 'outside', sequence: 1 }]);
        assert.equal((await keptIn(stays!, 'memory')).id, id);
        await stays!.front();
        await looks();
        for (const tab of [stays!, leaves!]) {
          assert.deepEqual(await tab.evaluate(stored), []);
          assert.equal((await keptIn(tab, 'memory')).id, id);
          assert.equal(await countOf(tab), 1);
        }
      },
    );

    onOneInSoak('without consent a session still ends and begins: by a logout, and nothing is stored', async () => {
      const tab = await newTab(`${url()}/denied`);
      const { id: dead } = await keptIn(tab, 'memory');
      await changes(tab, 1);
      await renew(tab, 'logout');
      const { id } = await keptIn(tab, 'memory');
      assert.notEqual(id, dead);
      assert.deepEqual((await changes(tab, 2))[1], { id, previous: dead, reason: 'logout', source: 'this-tab', sequence: 2 });
      assert.deepEqual(await tab.evaluate(stored), []);
      assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
    });

    onOneInSoak('kept in the tab: only there, over a reload, and over to the cookie and back with the same ID', async () => {
      const tab = await newTab(`${url()}/tab`);
      const { id } = await keptIn(tab, 'tab');
      assert.deepEqual(await tab.evaluate(stored), [`sessionStorage diagnostic_session=${id}`]);
      await tab.reload();
      assert.equal((await keptIn(tab, 'tab')).id, id);
      assert.deepEqual((await changes(tab, 1)).map(brief), ['resume outside']);
      assert.deepEqual(await tab.evaluate(stored), [`sessionStorage diagnostic_session=${id}`]);

      await choose(tab, 'cookie');
      assert.equal(await tab.waitFor(shownId), id);
      await keptIn(tab, 'cookie');
      assert.equal(await tab.evaluate(() => sessionStorage.length), 0);
      await choose(tab, 'tab');
      assert.equal((await keptIn(tab, 'tab')).id, id);
      const only = (entry: string) =>
        tab.waitFor((wanted) => !document.cookie && !localStorage.length && Object.entries(sessionStorage).join() == wanted, {
          argument: entry,
        });
      await only(`diagnostic_session,${id}`);
      assert.equal(await countOf(tab), 1);
      await choose(tab, 'memory');
      assert.equal((await keptIn(tab, 'memory')).id, id);
      await only('');
      assert.equal(await countOf(tab), 1);
      assert.equal((await tab.evaluate(badgeSession))!.id, id);
    });
  });
}
