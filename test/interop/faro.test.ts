import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, shownId } from '../support/host-page.ts';
import { assertCarriesOurs, say, useSdk } from '../support/sdk-page.ts';
import { idAfter, MINUTE, stored } from '../support/session-stories.ts';

interface Meta {
  session: { id: string; attributes?: Record<string, string> };
}
interface Item {
  kind: string;
  name: string;
  meta: Meta;
}

/** Reads a body: one meta for all its items. */
function read(body: string): Item[] {
  const { meta, ...kinds } = JSON.parse(body) as { meta: Meta } & Record<string, Record<string, string>[]>;
  const nameOf = ({ message, name, value, type }: Record<string, string>) => (message ?? name ?? value ?? type)!;
  return Object.entries(kinds).flatMap(([kind, items]) => items.map((item) => ({ kind, name: nameOf(item), meta })));
}

const stage = useSdk('faro', ['/collect'], read);

const idOf = ({ meta }: Item) => meta.session.attributes?.session_badge_id;

async function heard(word: string) {
  const items = await stage.intake.find(({ name }) => name == word, 4);
  assert.deepEqual(items.map(({ kind }) => kind).sort(), ['events', 'exceptions', 'logs', 'measurements']);
  for (const { meta } of items) assert.ok(!('session_badge_id' in meta));
  return { ids: items.map(idOf), whole: JSON.stringify(items) };
}

test('every log, event, error and measurement carries the ID; what waits together goes with its own', async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  await assertCarriesOurs(tab, heard);
  await assertQuiet(tab);
});

test("Faro's own sessions come and go beneath it, and Faro stores nothing of ours", async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  const id = await shownId(tab);
  await say(tab, 'one');
  await tab.evaluate(() => globalThis.faroPage.faro.api.resetSession());
  await say(tab, 'two');
  // A quarter of an hour without an item ends Faro's session.
  await tab.evaluate((ms) => {
    const now = Date.now;
    Date.now = () => now() + ms;
  }, 16 * MINUTE);
  await say(tab, 'three');
  const sessions = new Set<string>();
  for (const word of ['one', 'two', 'three']) {
    assert.deepEqual(new Set((await heard(word)).ids), new Set([id]));
    sessions.add(stage.intake.items.find(({ name }) => name == word)!.meta.session.id);
  }
  assert.equal(sessions.size, 3);
  const theirs = (await tab.evaluate(stored)).filter((entry) => entry.includes('faro'));
  assert.ok(theirs.length);
  assert.deepEqual(
    theirs.filter((entry) => entry.includes(id)),
    [],
  );
  await assertQuiet(tab);
});

test("a badge shows the ID of Faro's session, and the next one when Faro begins it", async () => {
  const tab = await stage.browser.newTab(stage.site.url + '?theirs');
  const first = await shownId(tab);
  const [start] = await stage.intake.find(({ name }) => name == 'session_start');
  assert.equal(first, start!.meta.session.id);
  await tab.evaluate((ms) => {
    globalThis.badge()!.manager!.onChange(({ reason }) => (document.title = reason));
    const now = Date.now;
    Date.now = () => now() + ms;
  }, 16 * MINUTE);
  await say(tab, 'second');
  const second = await tab.waitFor(idAfter, { argument: first });
  assert.equal((await stage.intake.find(({ name }) => name == 'second'))[0]!.meta.session.id, second);
  assert.equal(await tab.evaluate(() => document.title), 'adopted');
  assert.equal(await shownId(tab), second);
  await assertQuiet(tab);
});
