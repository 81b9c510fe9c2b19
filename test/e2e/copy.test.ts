import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { CopyOutcome } from '../../src/index.ts';
import type { Browser } from '../support/browser.ts';
import { fillClipboard, readClipboard } from '../support/clipboard.ts';
import { currentEngine, openBrowser } from '../support/open-browser.ts';
import { page, startSite, type Site } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';

declare global {
  /** What the page has heard of the last copy. */
  var outcome: CopyOutcome | null;
  /** Whether a framed badge can be clicked. */
  var framed: boolean | undefined;
}

const BADGE = '<session-id-badge></session-id-badge>';
const LISTEN = `<script>
outcome = null;
for (const type of ['session-id-copy', 'session-id-copy-error']) addEventListener(type, ({ detail }) => (outcome = detail));
</script>`;

const HEAR =
  '<script>outcome = null; onmessage = ({ data }) => (data == "ready" ? (framed = true) : (outcome = data))</script>';

const routes = {
  '/': page(BADGE, LISTEN),
  '/dialog': page(`<dialog id="modal">${BADGE}</dialog><script>modal.showModal()</script>`, LISTEN),
  '/nested': page(
    `<div id="outer"></div><script>
      const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      inner.attachShadow({ mode: 'open' }).innerHTML = '${BADGE}';
    </script>`,
    LISTEN,
  ),
  '/trap': page(
    `<div id="trap"><input id="field">${BADGE}</div><script>
      document.addEventListener('focusin', ({ target }) => target != field && field.focus());
      field.focus();
    </script>`,
    LISTEN,
  ),
  '/report': page('<session-id-badge copy-format="report"></session-id-badge>', LISTEN),
  '/unselectable': page(BADGE, `${LISTEN}<style>* { user-select: none; -webkit-user-select: none }</style>`),
  '/rtl': page(`<p dir="rtl">${BADGE}</p>`, LISTEN),
  // The button is as large as the frame, so that a click on the frame is one on the button.
  '/framed': page(
    BADGE,
    `<style>::part(copy-button) { position: fixed; inset: 0; width: 100% }</style><script>
      const tell = (outcome) => parent.postMessage(outcome, '*');
      addEventListener('session-change', () => tell('ready'));
      for (const type of ['session-id-copy', 'session-id-copy-error']) addEventListener(type, ({ detail }) => tell(detail));
    </script>`,
  ),
};

let browser: Browser;
let site: Site;
let other: Site;
before(async () => {
  other = await startSite({ routes });
  site = await startSite({
    routes: {
      ...routes,
      '/cross-origin': (request) =>
        page(`<iframe width="600" height="100" src="${other.at(request.headers.host!.split(':')[0]!)}/framed"></iframe>`, HEAR),
      '/sandboxed': page('<iframe width="600" height="100" sandbox="allow-scripts" src="/framed"></iframe>', HEAR),
    },
  });
  browser = await openBrowser(undefined, { hosts: ['shop.test'] });
});
afterEach(() => browser.clear());
after(async () => {
  await browser.close();
  site.close();
  other.close();
});

/** Clicks for real; what the badge says and what the clipboard holds must agree. */
async function assertHonest(tab: Tab, path: string[] = ['session-id-badge']): Promise<void> {
  await fillClipboard(browser, 'something else');
  await tab.click([...path, 'button']);
  const outcome = await tab.waitFor(() => globalThis.outcome);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  assert.equal(outcome.text, outcome.id);
  assert.equal(await readClipboard(browser), outcome.id);
}

for (const [name, url] of [
  ['localhost', () => site.url],
  ['plain http', () => site.at('shop.test')],
] as const) {
  for (const [where, path, at] of [
    ['a page', '/', undefined],
    ['a modal dialog', '/dialog', undefined],
    ['two nested shadow roots', '/nested', ['#outer', 'div', 'session-id-badge']],
    ['a focus trap', '/trap', undefined],
    ['a page where nothing can be selected', '/unselectable', undefined],
  ] as const) {
    test(`${name}: copies in ${where}`, async () => {
      const tab = await browser.newTab(url() + path);
      await assertHonest(tab, at && [...at]);
    });
  }

  test(`${name}: copies a report, line by line`, async () => {
    const tab = await browser.newTab(`${url()}/report?secret=1`);
    const id = await tab.waitFor(() => document.querySelector('session-id-badge')?.session?.id);
    await fillClipboard(browser, 'something else');
    await tab.click(['session-id-badge', '[part=copy-button]']);
    const outcome = await tab.waitFor(() => globalThis.outcome);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const [first, , , where] = outcome.text.split('\n');
    assert.deepEqual([first, where], [`Session ID: ${id}`, `Page: ${url()}/report`]);
    assert.equal(await readClipboard(browser), outcome.text);
  });

  for (const path of ['/cross-origin', '/sandboxed']) {
    test(`${name}: tells the truth in a frame without leave to copy (${path})`, async () => {
      const tab = await browser.newTab(url() + path);
      await tab.waitFor(() => globalThis.framed);
      await fillClipboard(browser, 'something else');
      await tab.click('iframe');
      const outcome = await tab.waitFor(() => globalThis.outcome);
      assert.match(String(outcome.id), /^[0-9a-hjkmnp-tv-z]{16}$/);
      const copied = await readClipboard(browser);
      if (outcome.ok) assert.equal(copied, outcome.id);
      else assert.deepEqual([outcome.manual, copied], [true, 'something else']);
    });
  }
}

for (const [how, select] of [
  ['a double-click', (tab: Tab) => tab.click(['session-id-badge', 'bdi'], { times: 2 })],
  ['a triple-click', (tab: Tab) => tab.click(['session-id-badge', 'bdi'], { times: 3 })],
] as const) {
  test(`${how} takes the whole ID, and Ctrl+C no separators`, async () => {
    for (const path of ['/', '/rtl', '/unselectable']) {
      const tab = await browser.newTab(site.url + path);
      const id = await tab.waitFor(() => document.querySelector('session-id-badge')?.session?.id);
      await fillClipboard(browser, 'something else');
      await select(tab);
      await tab.press('Control+c');
      assert.equal((await readClipboard(browser)).trim(), id, path);
    }
  });
}

test('Ctrl+A takes the bare ID along, and nothing that is not seen', async () => {
  const tab = await browser.newTab(site.url);
  const id = await tab.waitFor(() => document.querySelector('session-id-badge')?.session?.id);
  await fillClipboard(browser, 'something else');
  await tab.click('body');
  await tab.press('Control+a');
  await tab.press('Control+c');
  const words = (await readClipboard(browser)).split(/\s+/);
  // WebKit takes nothing along that is in a shadow root.
  if (currentEngine != 'webkit') assert.ok(words.includes(id), words.join(' '));
  for (const unseen of ['Copied', 'copied', 'Ctrl/⌘+C']) assert.ok(!words.includes(unseen), words.join(' '));
});
