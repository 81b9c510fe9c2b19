import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import texts from '../../src/badge/locales/nl.ts';
import type { Browser } from '../support/browser.ts';
import { bundle } from '../support/bundle.ts';
import { fillClipboard, readClipboard } from '../support/clipboard.ts';
import { assertCopies, assertQuiet, copyButtons, hostPage, hostRoutes, script, shownId } from '../support/host-page.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startSite, type Reply, type Site } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';

const BADGE = '<session-id-badge></session-id-badge>';
const ID = '6fgje00123456782';

const SELF = "default-src 'self'";
const trusted = (policies: string) => `${SELF}; require-trusted-types-for 'script'; trusted-types ${policies}`;

/** A host with a Lit of its own. */
const GREETING = `
  import { html, LitElement } from 'lit';
  customElements.define('shop-greeting', class extends LitElement { render() { return html\`<p>\${'Welkom'}</p>\`; } });`;

const both = (...scripts: string[]): Reply =>
  hostPage(`<shop-greeting></shop-greeting>${BADGE}`, { csp: trusted('session-id-badge lit-html'), scripts });

/** What themes, resets and browser extensions do to a page, all at once. */
const HOSTILE = `<style>
  * {
    all: unset; display: block; direction: rtl; font-size: 20px; letter-spacing: 1em; line-height: 0;
    text-transform: uppercase; user-select: none; -webkit-user-select: none; white-space: pre;
  }
  button, span, bdi, dialog { display: none !important }
</style>`;

let browser: Browser;
let site: Site;
before(async () => {
  const copy = script(await readFile(new URL('../../dist/cdn.js', import.meta.url), 'utf8'));
  site = await startSite({
    routes: {
      ...hostRoutes,
      '/copy/cdn.js': copy,
      '/greeting.js': await bundle(GREETING),
      '/strict': hostPage(BADGE, { csp: SELF }),
      '/trusted': hostPage(BADGE, { csp: trusted('session-id-badge') }),
      '/lit-first': both('/greeting.js', '/dist/cdn.js'),
      '/lit-last': both('/dist/cdn.js', '/greeting.js'),
      '/twice': hostPage(BADGE, { csp: trusted('session-id-badge'), scripts: ['/dist/cdn.js', '/copy/cdn.js'] }),
      '/no-script': hostPage(`<p><session-id-badge>Sessie-ID <bdi>${ID}</bdi></session-id-badge></p>`, { scripts: [] }),
      '/hostile': hostPage(BADGE, { head: HOSTILE }),
    },
  });
  browser = await openBrowser();
});
afterEach(() => browser.clear());
after(async () => {
  await browser.close();
  site.close();
});

const requested = (...paths: string[]) => paths.filter((path) => site.requests.some((request) => request.path == path));

/** The panel is what comes last, from files of its own. */
async function assertExplains(tab: Tab): Promise<void> {
  await tab.click(['session-id-badge', '[part=info-button]']);
  const text = await tab.waitFor(() => {
    const panel = globalThis.badge()!.shadowRoot!.querySelector<HTMLElement>('[part=info]')!;
    return panel.matches(':popover-open') && panel.checkVisibility() && panel.querySelector('#explanation')?.textContent;
  });
  assert.equal(text, texts.explanation);
  const files = ['/dist/chunks/info.js', '/dist/locales/nl.js'];
  assert.deepEqual(requested(...files), files);
}

for (const [policy, path] of [
  ['a strict Content-Security-Policy', '/strict'],
  ['Trusted Types', '/trusted'],
] as const) {
  test(`copies and explains itself under ${policy}`, async () => {
    const tab = await browser.newTab(site.url + path);
    await assertCopies(browser, tab);
    await assertExplains(tab);
    await assertQuiet(tab);
  });
}

for (const path of ['/lit-first', '/lit-last']) {
  test(`shares Trusted Types with the host’s own Lit (${path})`, async () => {
    const tab = await browser.newTab(site.url + path);
    assert.equal(await tab.waitFor(() => document.querySelector('shop-greeting')?.shadowRoot?.textContent), 'Welkom');
    await assertCopies(browser, tab);
    await assertExplains(tab);
    await assertQuiet(tab);
  });
}

test('loaded twice from two addresses under Trusted Types, it is one badge', async () => {
  const tab = await browser.newTab(`${site.url}/twice`);
  await assertCopies(browser, tab);
  assert.deepEqual(requested('/copy/cdn.js'), ['/copy/cdn.js']);
  // Its policy is refused, which is a violation; the page hears of nothing else.
  assert.deepEqual(await tab.evaluate(() => globalThis.seen.errors), []);
  assert.equal(await copyButtons(tab), 1);
});

test('without a script, the ID that a server wrote can be seen and copied', async () => {
  const tab = await browser.newTab(`${site.url}/no-script`);
  await fillClipboard(browser, 'something else');
  await tab.click('session-id-badge bdi', { times: 2 });
  await tab.press('Control+c');
  assert.equal(await readClipboard(browser), ID);
});

test('a style sheet that resets everything does not reach what matters', async () => {
  const tab = await browser.newTab(`${site.url}/hostile`);
  const id = await shownId(tab);
  const look = await tab.evaluate(() => {
    const part = (name: string) => globalThis.badge()!.shadowRoot!.querySelector(`[part=${name}]`)!;
    const { textTransform, letterSpacing } = getComputedStyle(part('id'));
    const { width, height } = part('copy-button').getBoundingClientRect();
    return { textTransform, letterSpacing, isLargeEnough: Math.min(width, height) >= 24 };
  });
  assert.deepEqual(look, { textTransform: 'none', letterSpacing: 'normal', isLargeEnough: true });
  await assertCopies(browser, tab);
  await fillClipboard(browser, 'something else');
  await tab.click(['session-id-badge', '[part=id]'], { times: 2 });
  await tab.press('Control+c');
  assert.equal(await readClipboard(browser), id);
});
