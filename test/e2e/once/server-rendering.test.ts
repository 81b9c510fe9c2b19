// Before lit: it replaces there what only browsers have.
import { LitElementRenderer, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html, LitElement } from 'lit';
import assert from 'node:assert/strict';
import { after, afterEach, before, mock, test } from 'node:test';
import type { Browser } from '../../support/browser.ts';
import { bundle } from '../../support/bundle.ts';
import { assertCopies, assertQuiet, copyButtons, hostPage, hostRoutes, shownId } from '../../support/host-page.ts';
import { openBrowser } from '../../support/open-browser.ts';
import { startSite, type Reply, type Site } from '../../support/site.ts';
import type { Tab } from '../../support/tab.ts';

const DEFINE = new URL('../../../dist/define.js', import.meta.url);

const badge = () => collectResultSync(render(html`<session-id-badge lang="nl"></session-id-badge>`));

/** With something beside and below it, which must not move. The script comes when the story says so. */
const footer = (content: string, csp?: string, scripts: string[] = []): Reply =>
  hostPage(`<footer>${content}<span id="beside">shop</span></footer><p id="below">2026</p>`, { csp, scripts });

const SELF = "default-src 'self'";
const NONCE = 'r4nd0m';

/** A host's own element with the badge inside. Its source goes into the host's bundle, too. */
function defineShopFooter(Base: typeof LitElement, template: typeof html): void {
  customElements.define(
    'shop-footer',
    class extends Base {
      override render() {
        return template`<p>${'Welkom'}</p><session-id-badge lang="nl"></session-id-badge>`;
      }
    },
  );
}

let browser: Browser;
let site: Site;
before(async () => {
  await import(DEFINE.href);
  defineShopFooter(LitElement, html);
  const shopFooter = collectResultSync(render(html`<shop-footer></shop-footer>`));
  site = await startSite({
    routes: {
      ...hostRoutes,
      '/host.js': await bundle(`
        import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
        import { html, LitElement } from 'lit';
        import '${DEFINE.pathname}';
        (${defineShopFooter})(LitElement, html);`),
      '/hydration.js': await bundle(`import '@lit-labs/ssr-client/lit-element-hydrate-support.js'`),
      '/plain': footer(badge()),
      '/hydrating': footer(badge(), undefined, ['/hydration.js']),
      '/nonce': footer(badge().replace('<style>', `<style nonce="${NONCE}">`), `${SELF}; style-src 'self' 'nonce-${NONCE}'`),
      '/nested': footer(shopFooter),
      '/phone': ({ url }) => hostPage(`<iframe width="320" src="${url!.split('=')[1]}"></iframe>`, { scripts: [] }),
      '/fallback': footer('<session-id-badge lang="nl">Sessie-ID volgt</session-id-badge>', SELF),
    },
  });
  browser = await openBrowser();
});
afterEach(() => browser.clear());
after(async () => {
  await browser.close();
  site.close();
});

/** Where things are that are not the badge. */
const places = (tab: Tab): Promise<string> =>
  tab.evaluate(() => JSON.stringify(['beside', 'below'].map((id) => view().getElementById(id)!.getBoundingClientRect())));

/** Nothing has moved, neither for good nor for a moment. */
async function assertStill(tab: Tab, before: string): Promise<void> {
  assert.equal(await places(tab), before);
  assert.equal(await tab.evaluate(() => globalThis.seen.moved), 0);
}

/** How wide the text inside the element is on the page. */
const fallbackWidth = (tab: Tab): Promise<number> =>
  tab.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(globalThis.badge()!);
    return range.getBoundingClientRect().width;
  });

/** The script comes late; resolves when the ID is there. */
async function upgrade(tab: Tab, src: string): Promise<void> {
  await tab.evaluate((address) => {
    view().head.append(Object.assign(document.createElement('script'), { type: 'module', src: address }));
  }, src);
  await shownId(tab);
}

/** What is seen of the badge in the server's markup: the words, and that the style sheet has reached them. */
const served = (tab: Tab) =>
  tab.evaluate(() => {
    const root = globalThis.badge()!.shadowRoot!;
    const [label, button] = ['label', 'copy-button'].map((name) => root.querySelector<HTMLElement>(`[part=${name}]`)!);
    return {
      label: label!.textContent!.trim(),
      isSeen: label!.getBoundingClientRect().width > 0,
      button: button!.ariaLabel,
      minWidth: getComputedStyle(button!).minWidth,
      isDefined: !!customElements.get('session-id-badge'),
    };
  });
const DUTCH = { label: 'Sessie-ID', isSeen: true, button: 'Sessie-ID kopiëren', minWidth: '24px', isDefined: false };

for (const connects of [false, true]) {
  test(`a server renders the words, makes no ID and says nothing${connects ? ', also where it connects elements' : ''}`, () => {
    const mocks = [
      mock.method(crypto, 'getRandomValues'),
      ...(['warn', 'error'] as const).map((level) => mock.method(console, level, () => {})),
    ];
    LitElementRenderer.renderOptions.push(() => ({ connectedCallback: connects }));
    const rendered = badge();
    LitElementRenderer.renderOptions.pop();
    mock.restoreAll();
    assert.match(rendered, /<template [^>]*shadowrootmode="open"[^>]*><style>.*Sessie-ID.*aria-label="Sessie-ID kopiëren"/s);
    assert.match(rendered, /<bdi part="id"[^>]*>(<!--[^>]*-->)*<\/bdi>/);
    assert.deepEqual(
      mocks.map(({ mock }) => mock.callCount()),
      [0, 0, 0],
    );
  });
}

for (const [how, path, src, at] of [
  ['under a strict policy, with a nonce', '/nonce', '/dist/cdn.js', []],
  ['without a policy', '/plain', '/dist/cdn.js', []],
  ['in one file, where the host hydrates with a Lit of its own', '/hydrating', '/dist/cdn.js', []],
  ['in the host’s own bundle, with Lit’s hydration', '/plain', '/host.js', []],
  ['in a host’s element that Lit hydrates', '/nested', '/host.js', ['shop-footer']],
] as const) {
  test(`takes over what a server rendered, and nothing moves: ${how}`, async () => {
    const tab = await browser.newTab(site.url + path);
    assert.deepEqual(await served(tab), DUTCH);
    const before = await places(tab);
    await upgrade(tab, src);
    assert.equal(await copyButtons(tab), 1);
    await assertCopies(browser, tab, [...at, 'session-id-badge']);
    await assertStill(tab, before);
    await assertQuiet(tab);
  });
}

test('without a nonce, the text inside the element stands in for the badge, and nothing moves', async () => {
  const tab = await browser.newTab(`${site.url}/fallback`);
  assert.ok((await fallbackWidth(tab)) > 50);
  const before = await places(tab);
  await upgrade(tab, '/dist/cdn.js');
  assert.equal(await fallbackWidth(tab), 0);
  await assertCopies(browser, tab);
  await assertStill(tab, before);
  await assertQuiet(tab);
});

for (const path of ['/plain', '/fallback']) {
  test(`nothing moves in a window as narrow as a phone (${path})`, async () => {
    const tab = await browser.newTab(`${site.url}/phone?shows=${path}`);
    const before = await places(tab);
    await upgrade(tab, '/dist/cdn.js');
    assert.equal(await places(tab), before);
  });
}
