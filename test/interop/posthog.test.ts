import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, shownId } from '../support/host-page.ts';
import { assertCarriesOurs, say, useSdk } from '../support/sdk-page.ts';
import { HOUR, idAfter } from '../support/session-stories.ts';

interface Item {
  event: string;
  properties: { session_badge_id?: string; $session_id?: string };
}

/** Reads a body: JSON, or what a page sends at its end, a form with that in base64. */
function read(body: string): Item[] {
  const data = new URLSearchParams(body).get('data');
  return (JSON.parse(data ? atob(data) : body) as { batch: Item[] }).batch;
}

const stage = useSdk('posthog', ['/e/'], read);

const idOf = ({ properties }: Item) => properties.session_badge_id;

async function heard(word: string) {
  const items = await stage.intake.find(({ event }) => event == word);
  return { ids: items.map(idOf), whole: JSON.stringify(items) };
}

/** Runs in the page. Whether none of these IDs is stored but in our own cookie. */
const storesNone = (ids: readonly string[]) => {
  const cookies = document.cookie.replace(/diagnostic_session=\w+/, '');
  const all = JSON.stringify([localStorage, sessionStorage]) + cookies;
  return !ids.some((id) => all.includes(id));
};

test('every event carries the ID; none that has ended stays in what PostHog stores', async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  const ids = await assertCarriesOurs(tab, heard);
  // PostHog stores a little later.
  await tab.waitFor(storesNone, { argument: ids });
  await assertQuiet(tab);
});

test("PostHog's own sessions come and go beneath it", async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  const id = await shownId(tab);
  await say(tab, 'one');
  // What a host calls at a logout.
  await tab.evaluate(() => globalThis.posthogPage.posthog.reset());
  await say(tab, 'two');
  // Half an hour without an event ends PostHog's session.
  await tab.evaluate((ms) => {
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...args: []) {
        super(...((args.length ? args : [RealDate.now() + ms]) as []));
      }
      static override now = () => RealDate.now() + ms;
    } as DateConstructor;
  }, HOUR);
  await say(tab, 'three');
  const items = await Promise.all(['one', 'two', 'three'].map((word) => stage.intake.find(({ event }) => event == word)));
  assert.deepEqual(items.flat().map(idOf), [id, id, id]);
  assert.equal(new Set(items.flat().map(({ properties }) => properties.$session_id)).size, 3);
  await assertQuiet(tab);
});

test('the last event of a page carries the ID, which PostHog then no longer stores; a page that comes back has it again', async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  const id = await shownId(tab);
  await say(tab, 'one');
  await tab.goto(stage.site.url + '/blank');
  const [leave] = await stage.intake.find(({ event }) => event == '$pageleave');
  assert.equal(idOf(leave!), id);
  assert.ok(await tab.evaluate(storesNone, [id]));
  await tab.back();
  await say(tab, 'back');
  assert.deepEqual((await heard('back')).ids, [id]);
  await assertQuiet(tab);
});

test("a badge shows the ID of PostHog's session, and the next one when PostHog begins it", async () => {
  const tab = await stage.browser.newTab(stage.site.url + '?theirs');
  const first = await shownId(tab);
  await say(tab, 'first');
  assert.equal((await stage.intake.find(({ event }) => event == 'first'))[0]!.properties.$session_id, first);
  await tab.evaluate(() => globalThis.posthogPage.posthog.reset());
  await say(tab, 'second');
  const second = await tab.waitFor(idAfter, { argument: first });
  assert.equal((await stage.intake.find(({ event }) => event == 'second'))[0]!.properties.$session_id, second);
  assert.equal(await shownId(tab), second);
  await assertQuiet(tab);
});
