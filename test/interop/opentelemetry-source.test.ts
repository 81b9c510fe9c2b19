import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, shownId } from '../support/host-page.ts';
import { assertCarriesOurs, useSdk } from '../support/sdk-page.ts';
import { idAfter } from '../support/session-stories.ts';

interface Item {
  name?: string;
  body?: { stringValue: string };
  attributes: { key: string; value: { stringValue: string } }[];
}

/** Reads OTLP: log records or spans, deep within. */
function read(json: string): Item[] {
  const items: Item[] = [];
  JSON.parse(json, (key, value) => {
    if (key == 'logRecords' || key == 'spans') items.push(...value);
    return value;
  });
  return items;
}

const stage = useSdk('opentelemetry', ['/v1/logs', '/v1/traces'], read);

const idOf = ({ attributes }: Item) => attributes.find(({ key }) => key == 'session.id')?.value.stringValue;

async function heard(word: string) {
  const items = await stage.intake.find(({ name, body }) => (name ?? body?.stringValue) == word, 2);
  return { ids: items.map(idOf), whole: JSON.stringify(items) };
}

test("the browser SDK takes the page's manager for its session provider: every log and span carries the ID", async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  await assertCarriesOurs(tab, heard);
  await assertQuiet(tab);
});

for (const name of ['web-common', 'browser-sdk']) {
  test(`a badge shows the ID of the session manager of ${name}, and the next one when that begins it`, async () => {
    const tab = await stage.browser.newTab(`${stage.site.url}?${name}`);
    const first = await shownId(tab);
    // It lasts a second.
    const second = await tab.waitFor(idAfter, { argument: first });
    assert.notEqual(await tab.waitFor(idAfter, { argument: second }), first);
    const said = await tab.evaluate(() => {
      globalThis.sdkPage.say('now');
      return [globalThis.badge()!.session!.id, globalThis.otelPage.theirs!.getSessionId()];
    });
    assert.equal(said[0], said[1]);
    assert.deepEqual(new Set((await heard('now')).ids), new Set(said));
    await assertQuiet(tab);
  });
}
