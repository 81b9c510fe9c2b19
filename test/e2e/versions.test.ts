/** Pages of two versions open at once: every deployment of a shop has customers with a page from before it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { script } from '../support/host-page.ts';
import { useOrigins } from '../support/origins.ts';
import { assertRenewedOnce, brief, changes, listeningPage, shownId } from '../support/session-stories.ts';
import type { Tab } from '../support/tab.ts';

/** The last release of the minor version before this one, as it was published: its dist/cdn.js. */
const BEFORE = '0.1.0';
const before = readFileSync(path.join(import.meta.dirname, `released/session-id-badge-${BEFORE}.js`), 'utf8');

const OLD = '<script type="module" src="/old.js"></script>';
const page = listeningPage();
const routes = {
  '/new': page,
  '/old': page.replace('/dist/cdn.js', '/old.js'),
  // As where a widget brings a badge of its own.
  '/old-first': page.replace('<script type="module"', `${OLD}$&`),
  '/new-first': listeningPage('', OLD),
  '/old.js': script(before),
};

const { secureAndPlain, newTab, clear } = useOrigins(routes);
afterEach(clear);

const renew = (tab: Tab, reason: 'logout' | 'renew') =>
  tab.evaluate(
    (reason) =>
      document
        .querySelector('session-id-badge')!
        .manager!.renew(reason)
        .then(() => {}),
    reason,
  );
const persist = (tab: Tab, persistence: 'cookie' | 'memory') =>
  tab.evaluate((where) => void (document.querySelector('session-id-badge')!.persistence = where), persistence);
const sessionOf = (tab: Tab) =>
  tab.evaluate(() => {
    const { id, persistence } = document.querySelector('session-id-badge')!.session!;
    return [id, persistence];
  });

for (const { name, url } of secureAndPlain) {
  describe(`${name}, beside a page with ${BEFORE}`, () => {
    for (const [first, second] of [
      ['old', 'new'],
      ['new', 'old'],
    ] as const) {
      const open = async (): Promise<[tabs: Tab[], id: string]> => {
        const tabs = [await newTab(`${url()}/${first}`)];
        const id = await tabs[0]!.waitFor(shownId);
        tabs.push(await newTab(`${url()}/${second}`));
        assert.equal(await tabs[1]!.waitFor(shownId), id);
        assert.deepEqual((await changes(tabs[1]!, 1)).map(brief), ['resume outside']);
        return [tabs, id];
      };

      test(`the ${second} page goes on with the session of the ${first} one, and renews it`, async () => {
        const [tabs, id] = await open();
        await renew(tabs[1]!, 'logout');
        await assertRenewedOnce(tabs, id, 'logout');
      });

      test(`both begin the same session where the ${second} page deletes the cookie`, async () => {
        const [tabs, id] = await open();
        await tabs[1]!.evaluate(() => void (document.cookie = 'diagnostic_session=; Path=/; Max-Age=0'));
        await assertRenewedOnce(tabs, id, 'cookie-reset');
      });

      test(`consent withdrawn in the ${second} page counts in the ${first} one`, async () => {
        const [[tab, other], id] = await open();
        await persist(other!, 'memory');
        await tab!.waitFor(() => document.querySelector('session-id-badge')!.session?.persistence == 'memory');
        await tab!.waitFor(() => !document.cookie && !localStorage.length);
        assert.deepEqual(
          [await sessionOf(tab!), await sessionOf(other!)],
          [
            [id, 'memory'],
            [id, 'memory'],
          ],
        );
      });

      test(`on one page, the ${first} one first, they have one manager and one session`, async () => {
        const tab = await newTab(`${url()}/${first}-first`);
        const id = await tab.waitFor(shownId);
        const others = await tab.evaluate(() =>
          Promise.all(
            ['/old.js', '/dist/cdn.js'].map(async (file) => {
              const { getSessionManager } = await import(file);
              return getSessionManager() == document.querySelector('session-id-badge')!.manager;
            }),
          ),
        );
        assert.deepEqual(others, [true, true]);
        assert.deepEqual((await changes(tab, 1)).map(brief), ['start this-tab']);
        assert.equal(await tab.evaluate(() => document.cookie), `diagnostic_session=${id}`);
      });
    }
  });
}
