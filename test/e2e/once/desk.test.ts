import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGE_PATH } from '../../../src/records/attributes.ts';
import { fillClipboard, readClipboard } from '../../support/clipboard.ts';
import { answersOf } from '../../support/desk-answers.ts';
import { logIn, useShop } from '../../support/shop.ts';

const stage = useShop();

/** Runs in the shop's page. */
const shownId = () => {
  const text = document.querySelector('session-id-badge')?.shadowRoot?.querySelector('[part=id]')?.textContent;
  return text && document.cookie.includes(`diagnostic_session=${text}`) ? text : '';
};

/** Runs in the desk's page. What the session is told to be, once it is there. */
const sentence = () => {
  const session = document.querySelector('desk-page')?.shadowRoot?.querySelector('desk-session');
  return session?.shadowRoot?.querySelector('h1')?.textContent?.trim();
};

/** Another character of the alphabet, in that place. */
const mistype = (id: string, at: number) => id.slice(0, at) + (id[at] == 'x' ? 'y' : 'x') + id.slice(at + 1);

const { find } = answersOf(() => stage.deskUrl);

/** Resolves when the desk has a record of that event, from that page: it is there a second after it happened. */
const arrived = (id: string, event: string, page: string) =>
  find(id, ({ records }) => records.some(({ eventName, attributes }) => eventName == event && attributes[PAGE_PATH] == page));

test('the order fails, the customer sends the ID, the agent mistypes it and reads what went wrong; after the logout it is another session', async () => {
  const shop = await stage.browser.newTab();
  await logIn(shop, stage.url);
  await shop.goto(`${stage.url}/breaks`);
  const id = await shop.waitFor(shownId);
  // What happens before the trail is there is not recorded.
  await arrived(id, 'session_badge.page.state', '/breaks');
  for (let times = 1; times <= 3; times++) {
    await shop.click('#order button');
    await shop.waitFor((times) => performance.getEntriesByName(new URL('/breaks/order', location.href).href).length >= times, {
      argument: times,
    });
  }
  await fillClipboard(stage.browser, 'something else');
  await shop.click(['session-id-badge', 'button']);
  await shop.waitFor(() => document.querySelector('session-id-badge')!.shadowRoot!.querySelector('[role=status]')!.textContent);
  const copied = await readClipboard(stage.browser);
  assert.equal(copied, id);
  await arrived(id, 'session_badge.id.copied', '/breaks');

  await fillClipboard(stage.browser, mistype(mistype(copied, 7), 12).toUpperCase());
  const desk = await stage.browser.newTab(stage.deskUrl);
  await desk.waitFor(() => !!document.querySelector('desk-page')?.shadowRoot?.querySelector('desk-search'));
  await desk.click(['desk-page', 'main desk-search', 'input']);
  await desk.press('Control+v');
  await desk.press('Enter');
  assert.match(
    await desk.waitFor(sentence),
    /^The request to \/breaks\/order was answered with 503 three times .*; the customer then copied the ID on \/breaks\.$/,
  );
  assert.equal(await desk.evaluate(() => location.pathname), `/sessions/${id}`);

  await shop.goto(`${stage.url}/account`);
  await shop.click('main [data-login=in] button');
  await shop.waitFor(() => !!document.querySelector('session-id-badge[signed-in="false"]'));
  const next = await shop.waitFor(shownId);
  assert.notEqual(next, id);
  const { records: own } = await arrived(next, 'session.start', '/account');
  assert.ok(own.every(({ sessionId }) => sessionId == next));
  assert.ok(!JSON.stringify(own).includes(id), 'the session before is told');
  assert.ok(!JSON.stringify(own).includes('/breaks/order'));
  await desk.goto(`${stage.deskUrl}/sessions/${next}`);
  assert.doesNotMatch(await desk.waitFor(sentence), /503/);
});
