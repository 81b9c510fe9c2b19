import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { CopyOutcome } from '../../../src/index.ts';
import type { Browser } from '../../support/browser.ts';
import { fillClipboard, readClipboard } from '../../support/clipboard.ts';
import { openBrowser } from '../../support/open-browser.ts';
import { shownId } from '../../support/session-stories.ts';
import { page, startSite, type Site } from '../../support/site.ts';

declare global {
  /** What the page's console has been told. */
  var said: string[];
  var copied: CopyOutcome | undefined;
}

const LISTEN = `<script>
said = [];
for (const level of ['warn', 'error']) console[level] = (...parts) => said.push(parts.join(' '));
for (const type of ['session-id-copy', 'session-id-copy-error']) addEventListener(type, ({ detail }) => (copied = detail));
</script>`;
const ID = '<session-id-badge lang="nl"></session-id-badge>';
const REPORT = '<session-id-badge lang="nl" copy-format="report"></session-id-badge>';

let browser: Browser;
let whole: Site;
let broken: Site;
before(async () => {
  const pages = { '/': page(ID, LISTEN), '/report': page(REPORT, LISTEN) };
  whole = await startSite({ routes: pages });
  broken = await startSite({ routes: { ...pages, '/dist/locales/nl.js': { status: 500 } } });
  browser = await openBrowser();
});
afterEach(() => browser.clear());
after(async () => {
  await browser.close();
  whole.close();
  broken.close();
});

const files = ({ requests }: Site) => requests.map(({ path }) => path).filter((path) => /^\/dist\/.*js$/.test(path));
const panelText = () =>
  document.querySelector('session-id-badge')!.shadowRoot!.querySelector('[part=info]')!.textContent.trim();

test('what loads before the first copy is one file; explanation and language come when they are asked for', async () => {
  const tab = await browser.newTab(whole.url);
  await tab.waitFor(shownId);
  await tab.click(['session-id-badge', '[part=copy-button]']);
  assert.ok((await tab.waitFor(() => globalThis.copied)).ok);
  // The pointer goes past the other button on its way nowhere.
  assert.deepEqual(files(whole), ['/dist/cdn.js']);
  await tab.click(['session-id-badge', '[part=info-button]']);
  assert.match(await tab.waitFor(panelText), /Deze ID staat voor je bezoek/);
  assert.deepEqual(files(whole), ['/dist/cdn.js', '/dist/chunks/info.js', '/dist/locales/nl.js']);
});

test('where a file does not come the ID is copied in place of the report, and the console says once what is missing', async () => {
  const tab = await browser.newTab(broken.url + '/report');
  const id = await tab.waitFor(shownId);
  await fillClipboard(browser, 'something else');
  await tab.click(['session-id-badge', '[part=copy-button]']);
  const outcome = await tab.waitFor(() => globalThis.copied);
  assert.deepEqual([outcome.ok, outcome.text], [true, id]);
  assert.equal(await readClipboard(browser), id);
  await tab.click(['session-id-badge', '[part=info-button]']);
  assert.equal(await tab.waitFor(panelText), `Sessie-ID: ${id}`);
  const said = await tab.evaluate(() => globalThis.said);
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^session-id-badge: info "nl" ignored: /);
});
