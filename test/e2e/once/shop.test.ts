import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillClipboard, readClipboard } from '../../support/clipboard.ts';
import { currentEngine } from '../../support/open-browser.ts';
import { isSoak } from '../../support/origins.ts';
import { logIn, useShop } from '../../support/shop.ts';
import type { Tab } from '../../support/tab.ts';

declare global {
  /** What has moved on the page, and what its policy has refused. */
  var shifts: string[];
  var violations: string[];
}

const stage = useShop();

const shownId = () => {
  const badge = document.querySelector('session-id-badge')!;
  const text = badge?.shadowRoot?.querySelector('[part=id]')?.textContent;
  return text && badge.session?.id == text ? text : '';
};

/** The rows of the strip, the oldest first: reason, source, event. */
const log = () =>
  [...document.querySelectorAll<HTMLTableRowElement>('#session-log tr')]
    .map(({ cells }) => [cells[1], cells[2], cells[6]].map((cell) => cell!.textContent).join(' '))
    .reverse();

const rows = (tab: Tab, count: number): Promise<string[]> =>
  tab
    .waitFor((least) => document.querySelectorAll('#session-log tr').length >= least, { argument: count })
    // What is told twice comes soon after.
    .then(() => tab.evaluate(() => new Promise((later) => setTimeout(later, 150))))
    .then(() => tab.evaluate(log));

for (const [name, url] of [
  ['http://localhost', () => stage.url],
  // What is told of the shop there comes close to what other stories tell of plain http in every engine.
  ...(isSoak || currentEngine == 'chromium' ? [['plain http', () => stage.plainUrl] as const] : []),
] as const) {
  describe(`the shop on ${name}`, () => {
    test('shows one ID on all its pages, and copies it', async () => {
      const tab = await stage.browser.newTab(url());
      const id = await tab.waitFor(shownId);
      for (const path of ['/basket', '/account', '/error', '/no-such-page', '/static.html']) {
        await tab.goto(url() + path);
        assert.equal(await tab.waitFor(shownId), id, path);
      }
      await fillClipboard(stage.browser, 'something else');
      await tab.click(['session-id-badge', 'button']);
      await tab.waitFor(
        () => document.querySelector('session-id-badge')!.shadowRoot!.querySelector('[role=status]')!.textContent,
      );
      assert.equal(await readClipboard(stage.browser), id);
      assert.equal(id.length, 16);
    });

    test('a server-side logout with a redirect', async () => {
      const other = await stage.browser.newTab(url());
      const id = await other.waitFor(shownId);
      const tab = await stage.browser.newTab(url());
      await logIn(tab, url());
      assert.equal(await tab.waitFor(shownId), id);
      await tab.click('main [data-login=in] button');
      await tab.waitFor(() => !!document.querySelector('session-id-badge[signed-in="false"]'));
      assert.deepEqual(await rows(tab, 1), ['logout this-tab session-change']);
      const next = await tab.waitFor(shownId);
      assert.notEqual(next, id);
      assert.deepEqual(await rows(other, 2), ['start this-tab session-change', 'logout other-tab session-change']);
      assert.equal(await other.waitFor(shownId), next);
      await tab.reload();
      assert.equal(await tab.waitFor(shownId), next);
      assert.deepEqual(await rows(tab, 1), ['resume outside session-change']);
    });

    test('a logout by script, without leaving the page', async () => {
      const other = await stage.browser.newTab(url());
      const tab = await stage.browser.newTab();
      await logIn(tab, url());
      const id = await tab.waitFor(shownId);
      await rows(tab, 1);
      await tab.click('#log-out-script');
      assert.deepEqual(await rows(tab, 2), ['resume outside session-change', 'logout this-tab session-change']);
      assert.notEqual(await tab.waitFor(shownId), id);
      await rows(other, 2);
      assert.equal(await other.waitFor(shownId), await tab.waitFor(shownId));
      await tab.reload();
      assert.deepEqual(await rows(tab, 1), ['resume outside session-change']);
    });

    for (const button of ['#reset-script', '#reset-server']) {
      test(`the button ${button}`, async () => {
        const other = await stage.browser.newTab(url());
        const id = await other.waitFor(shownId);
        const tab = await stage.browser.newTab(url());
        await rows(tab, 1);
        await tab.click(button);
        assert.deepEqual((await rows(tab, 2)).length, 2);
        assert.deepEqual((await rows(other, 2)).length, 2);
        const told = [(await rows(tab, 2))[1]!, (await rows(other, 2))[1]!].sort();
        assert.deepEqual(told, ['cookie-reset other-tab session-change', 'cookie-reset this-tab session-change']);
        const next = await tab.waitFor(shownId);
        assert.notEqual(next, id);
        assert.equal(await other.waitFor(shownId), next);
      });
    }
  });
}

test('the badge keeps the one policy of the shop, and nothing shifts', async () => {
  const tab = await stage.browser.newTab(stage.url);
  for (const path of ['/', '/product/web-hosting', '/basket', '/account', '/error', '/static.html', '/?lang=nl', '/?dir=rtl']) {
    await tab.goto(stage.url + path);
    await tab.waitFor(shownId);
    await tab.evaluate(() => {
      globalThis.shifts = [];
      globalThis.violations = [];
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => violations.push(blockedURI));
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node: Node | null }[] };
          shifts.push(
            [value, ...sources.map(({ node }) => (node as Element)?.outerHTML?.slice(0, 60) ?? node?.nodeName)].join(' '),
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await tab.evaluate(() => document.querySelector('session-id-badge')!.manager!.renew());
    await tab.waitFor(shownId);
    // Only Chromium has layout-shift entries; the others see none.
    if (currentEngine == 'chromium' && ['/', '/?dir=rtl'].includes(path)) await everyState(tab);
    const seen = await tab.evaluate(async () => {
      await new Promise((later) => setTimeout(later, 100));
      return { shifts, violations, policy: (await fetch(location.href)).headers.get('content-security-policy') };
    });
    assert.deepEqual(seen, { shifts: [], violations: [], policy: "default-src 'self'" }, `${currentEngine} ${path}`);
  }
});

/** Copied, and no longer; the panel open, and closed. */
async function everyState(tab: Tab): Promise<void> {
  const status = () => document.querySelector('session-id-badge')!.shadowRoot!.querySelector('[role=status]')!.textContent;
  await tab.click(['session-id-badge', '[part=copy-button]']);
  await tab.waitFor(status);
  await tab.click(['session-id-badge', '[part=info-button]']);
  await tab.waitFor(() =>
    document.querySelector('session-id-badge')!.shadowRoot!.querySelector('[part=info]')!.textContent.trim(),
  );
  await tab.press('Escape');
  await tab.waitFor(() => !document.querySelector('session-id-badge')!.shadowRoot!.querySelector('[role=status]')!.textContent);
}
