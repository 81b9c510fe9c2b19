import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, shownId } from '../support/host-page.ts';
import { assertCarriesOurs, useSdk } from '../support/sdk-page.ts';
import { idAfter, MINUTE } from '../support/session-stories.ts';

type Attributes = Record<string, { value: unknown }>;
interface Item {
  type: string;
  message?: string;
  body?: string;
  /** Of a span. */
  name?: string;
  replay_id?: string;
  exception?: { values: { value: string }[] };
  tags?: Record<string, unknown>;
  contexts?: Record<string, Record<string, unknown>>;
  attributes?: Attributes;
}

/** Reads an envelope: a header, and then, line by line, the header of an item and the item. */
function read(envelope: string): Item[] {
  const lines = envelope.split('\n').slice(1);
  const items: Item[] = [];
  while (lines.length > 1) {
    const { type } = JSON.parse(lines.shift()!) as Item;
    const item = JSON.parse(lines.shift()!);
    // A recording has a line more, with what was recorded.
    if (type == 'replay_recording') lines.shift();
    for (const each of item.items ?? [item]) items.push({ ...each, type });
  }
  return items;
}

const stage = useSdk('sentry', ['/api/1/envelope/'], read);

const idOf = ({ tags, attributes }: Item) => tags?.['session.id'] ?? attributes?.['session.id']?.value;

test('every event, feedback, span and log carries the ID', async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  await assertCarriesOurs(tab, async (word) => {
    const isMeant = ({ message, body, name, exception, contexts }: Item) =>
      [message, body, name, exception?.values[0]?.value, contexts?.feedback?.message].includes(word);
    const items = await stage.intake.find(isMeant, 5);
    assert.deepEqual(items.map(({ type }) => type).sort(), ['event', 'event', 'feedback', 'log', 'span']);
    for (const item of items) {
      if (item.contexts) assert.equal(item.contexts.diagnostic_session?.id, idOf(item));
    }
    return { ids: items.map(idOf), whole: JSON.stringify(items) };
  });
  const [{ contexts }] = (await stage.intake.find(({ message }) => message == 'first')) as [Item];
  assert.match(String(contexts?.diagnostic_session?.started_at), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  await assertQuiet(tab);
});

test("an SDK that throws costs the host's script nothing, and says so in the console", async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  await shownId(tab);
  await tab.evaluate(() => globalThis.sentryPage.connectBroken()());
  const { errors } = await tab.evaluate(() => globalThis.seen);
  assert.deepEqual(errors, ['Error: broken SDK', 'Error: broken SDK']);
});

test('a replay carries the ID; ended once more, a connection takes nothing from the next', async () => {
  const tab = await stage.browser.newTab(stage.site.url);
  const id = await shownId(tab);
  await tab.evaluate(() => {
    const { sdkPage, sentryPage } = globalThis;
    sdkPage.end!();
    sentryPage.connect();
    sdkPage.end!();
    sdkPage.say('again');
    return sentryPage.Sentry.getReplay()!.flush();
  });
  const [item] = await stage.intake.find(({ message }) => message == 'again');
  assert.equal(idOf(item!), id);
  const [replay] = await stage.intake.find(({ type }) => type == 'replay_event');
  assert.equal(idOf(replay!), id);
});

/** Runs in the page. */
const replayId = () => globalThis.sentryPage.Sentry.getReplay()?.getReplayId();

test('a badge shows the ID of the replay, none while there is no replay, and the next one when Sentry begins it', async () => {
  const tab = await stage.browser.newTab(stage.site.url + '?theirs');
  const first = await shownId(tab);
  assert.equal(first, await tab.evaluate(replayId));
  const [replay] = await stage.intake.find(({ replay_id }) => replay_id);
  assert.equal(replay!.replay_id, first);

  await tab.evaluate(() => globalThis.sentryPage.Sentry.getReplay()!.stop());
  assert.equal(await tab.evaluate(() => globalThis.badge()!.session), null);
  await tab.evaluate(() => globalThis.sentryPage.Sentry.getReplay()!.start());
  const second = await tab.waitFor(idAfter, { argument: first });
  assert.equal(second, await tab.evaluate(replayId));

  // A quarter of an hour later Sentry sees with the first click that the replay is over.
  await tab.evaluate((ms) => {
    const now = Date.now;
    Date.now = () => now() + ms;
  }, 16 * MINUTE);
  await tab.click('#buy');
  const third = await tab.waitFor(idAfter, { argument: second });
  assert.equal(third, await tab.evaluate(replayId));
  await stage.intake.find(({ replay_id }) => replay_id == third);
  assert.equal(await shownId(tab), third);
  await assertQuiet(tab);
});
