import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser } from '../support/browser.ts';
import { assertQuiet, shownId } from '../support/host-page.ts';
import { openBrowser } from '../support/open-browser.ts';
import { assertCarriesOurs, Intake, say, startSdkSite } from '../support/sdk-page.ts';
import { idAfter } from '../support/session-stories.ts';
import type { Site } from '../support/site.ts';

interface Item {
  /** Of RUM. */
  type?: string;
  action?: { target?: { name: string } };
  error?: { message: string };
  view?: { name?: string };
  context?: { session_badge_id?: string };
  session?: { id: string };
  /** Of logs. */
  message?: string;
  session_badge_id?: string;
}

/** Reads a body: an item a line. */
const read = (body: string): Item[] => body.split('\n').map((line) => JSON.parse(line) as Item);

let browser: Browser;
let site: Site;
let rum: Intake<Item>;
let logs: Intake<Item>;
before(async () => {
  site = await startSdkSite('datadog', {
    '/rum': (request) => rum.answer(request),
    '/logs': (request) => logs.answer(request),
  });
  browser = await openBrowser();
});
beforeEach(() => {
  rum = new Intake(read);
  logs = new Intake(read);
});
afterEach(() => browser.clear());
after(async () => {
  await browser.close();
  site.close();
});

/** Datadog sends every half minute, and when the page is hidden. */
async function send(): Promise<void> {
  const other = await browser.newTab(site.url + '/blank');
  await other.close();
}

test('every RUM event and every log carries the ID, from the first one on', async () => {
  const tab = await browser.newTab(site.url);
  await shownId(tab);
  await tab.evaluate(() => globalThis.datadogPage.datadogRum.startView('checkout'));
  const ids = await assertCarriesOurs(tab, async (word) => {
    await send();
    const items = [
      ...(await rum.find(({ action, error }) => [action?.target?.name, error?.message].includes(word), 2)),
      ...(await logs.find(({ message }) => message == word)),
    ];
    assert.deepEqual(items.map(({ type }) => type).sort(), ['action', 'error', undefined]);
    return {
      ids: items.map(({ context, session_badge_id }) => context?.session_badge_id ?? session_badge_id),
      whole: JSON.stringify(items),
    };
  });
  const [view] = await rum.find((item) => item.type == 'view' && item.view?.name == 'checkout');
  assert.ok(view?.context?.session_badge_id && ids.includes(view.context.session_badge_id), JSON.stringify(view));
  await assertQuiet(tab);
});

test("a badge shows the ID of Datadog's session, none when that has ended, and the next one with the customer's next click", async () => {
  const tab = await browser.newTab(site.url + '?theirs');
  const first = await shownId(tab);
  assert.equal(await tab.evaluate(() => globalThis.datadogPage.logsSource.getSessionId()), first);
  await say(tab, 'first');
  await send();
  const [action] = await rum.find(({ action }) => action?.target?.name == 'first');
  assert.equal(action!.session?.id, first);

  await tab.evaluate(() => globalThis.datadogPage.datadogRum.stopSession());
  await tab.waitFor(() => globalThis.badge()!.session === null);
  await tab.click('#buy');
  const second = await tab.waitFor(idAfter, { argument: first });
  await say(tab, 'second');
  await send();
  const [next] = await rum.find(({ action }) => action?.target?.name == 'second');
  assert.equal(next!.session?.id, second);
  assert.equal(await shownId(tab), second);
  await assertQuiet(tab);
});
