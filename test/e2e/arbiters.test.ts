import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { currentEngine } from '../support/open-browser.ts';
import { inSoak, isSoak, useOrigins } from '../support/origins.ts';
import { ALIGNED_PAGE, shownId, toldBy } from '../support/session-stories.ts';
import type { Tab } from '../support/tab.ts';

/** The page, without what its origin could decide by. */
const without = (script: string) => ALIGNED_PAGE.replace('<script>', `<script>${script}</script><script>`);

const routes = {
  '/missing': without(`Object.defineProperty(globalThis, 'indexedDB', { value: undefined });`),
  '/refused': without(`IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };`),
  '/hanging': without(`IDBFactory.prototype.open = () => new EventTarget();`),
};

const stage = useOrigins(routes);
const { newTab, clear } = stage;
afterEach(clear);

const skip =
  currentEngine == 'firefox' &&
  'there Firefox shows one of the tabs another value than all others and the server for good, and a page has no other place to look';

describe('on plain http, where there is no IndexedDB either', { skip }, () => {
  for (const [path, what] of [
    ['/missing', 'is missing'],
    ['/refused', 'is refused'],
    ['/hanging', 'never answers'],
  ] as const) {
    (path == '/missing' ? test : inSoak)(`because it ${what}: tabs that start at the same moment come to one ID`, async () => {
      const tabs: Tab[] = [];
      for (let i = 0; i < 5; i++) tabs.push(await newTab());
      for (let round = 0; round < (isSoak ? 4 : 1); round++) {
        for (const tab of tabs) await tab.goto(stage.plain.at('shop.test') + path);
        await tabs[0]!.evaluate(() => {
          document.cookie = 'diagnostic_session=; Path=/; Max-Age=0';
          globalThis.startAll();
        });
        await Promise.all(tabs.map((tab) => tab.waitFor(() => globalThis.told.length)));
        // Hidden tabs do not look by themselves; a tab that comes to the front does.
        for (const tab of tabs) await tab.front();
        const agreed = async () => {
          const ids = await Promise.all(tabs.map((tab) => tab.evaluate(shownId)));
          return ids.every((id) => id && id == ids[0]);
        };
        const end = Date.now() + 2000;
        while (!(await agreed())) assert.ok(Date.now() < end, `round ${round}: still split`);
        for (const tab of tabs) {
          const [first, ...later] = await toldBy(tab);
          assert.match(first!.reason, /^(start|resume)$/, JSON.stringify([first, later]));
          let previous = first!.id;
          for (const change of later) {
            assert.deepEqual([change.reason, change.previous], ['adopted', previous]);
            previous = change.id;
          }
          // No more than there were other tabs to write.
          assert.ok(later.length < tabs.length, JSON.stringify(later));
        }
      }
    });
  }
});
