/** What the trail makes of an endpoint that is busy, slow, wrong or far away, and of a session that ends in the middle. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownId } from '../../support/session-stories.ts';
import { assertNothingSaid, fail, useTrailPages } from '../../support/trail-stage.ts';

const stage = useTrailPages();
const { inbox, open, messages, arrived } = stage;

test('a renewal in the middle leaves each record its ID, and no request has both', async () => {
  const tab = await open();
  const before = await tab.waitFor(shownId);
  await tab.evaluate(fail, 'before');
  await tab.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await document.querySelector('session-id-badge')!.manager!.renew();
  });
  await tab.evaluate(fail, 'after');
  await arrived('after');
  await arrived('before');
  assert.equal(messages('before')[0]!.sessionId, before);
  assert.notEqual(messages('after')[0]!.sessionId, before);
});

test('while the endpoint answers 503 records wait, also through a reload, and each arrives once', async () => {
  const tab = await open();
  const id = await tab.waitFor(shownId);
  inbox.answer(503);
  await tab.evaluate(fail, 'one');
  await inbox.waitFor(() => inbox.requests.some(({ status }) => status == 503));
  await tab.evaluate(fail, 'two');
  await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
  await tab.evaluate(() => dispatchEvent(new ErrorEvent('error', { message: 'three', error: new Error('three') })));
  await tab.reload();
  inbox.answer(200);
  await tab.waitFor(shownId);
  for (const name of ['one', 'two', 'three']) {
    await arrived(name);
    assert.equal(messages(name).length, 1, name);
    assert.equal(messages(name)[0]!.sessionId, id);
  }
  // Nothing is left behind, for this page or another.
  await tab.waitFor(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('session-id-badge-trail');
      request.onsuccess = () => resolve(request.result);
    });
    const count = await new Promise((resolve) => {
      const request = database.transaction('session-id-badge-trail').objectStore('session-id-badge-trail').count();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return count === 0;
  });
});

test('Retry-After is kept to', async () => {
  const tab = await open();
  inbox.answer({ status: 429, headers: { 'retry-after': '3' } });
  await tab.evaluate(fail, 'patience');
  const refused = await inbox.waitFor(() => inbox.requests.find(({ status }) => status == 429));
  inbox.answer(200);
  await tab.evaluate(fail, 'meanwhile');
  await arrived('patience');
  await arrived('meanwhile');
  const next = inbox.requests[inbox.requests.indexOf(refused) + 1]!;
  assert.ok(next.time - refused.time >= 2_900, `${next.time - refused.time} ms`);
  await assertNothingSaid(tab);
});

test('what waits of a session goes with its cookie', async () => {
  const tab = await open();
  const before = await tab.waitFor(shownId);
  inbox.answer(({ sessionId }) => (sessionId == before ? 503 : 200));
  await tab.evaluate(fail, 'old');
  await inbox.waitFor(() => inbox.requests.some(({ status }) => status == 503));
  await tab.evaluate(() => void (document.cookie = 'diagnostic_session=; Path=/; Max-Age=0'));
  const isNew = (id: string) => {
    const now = document.querySelector('session-id-badge')!.session?.id;
    return now && now != id;
  };
  await tab.waitFor(isNew, { argument: before });
  const from = inbox.requests.length;
  await tab.evaluate(fail, 'new');
  await arrived('new');
  await tab.reload();
  await inbox.waitFor(() =>
    inbox.requests.slice(from).some(({ records }) => records.some(({ eventName }) => eventName == 'browser.navigation')),
  );
  await tab.evaluate(fail, 'newer');
  await arrived('newer');
  assert.ok(inbox.requests.slice(from).every(({ sessionId }) => sessionId != before));
});

test('two tabs in trouble deliver each record once', async () => {
  const one = await open();
  const two = await open('/next');
  inbox.answer(503);
  await one.evaluate(fail, 'of one');
  await two.evaluate(fail, 'of two');
  const isRefused = (name: string) =>
    inbox.requests.some(
      ({ status, records }) => status == 503 && records.some(({ attributes }) => attributes['exception.message'] == name),
    );
  // After some 503s each waits longer.
  await inbox.waitFor(() => isRefused('of one') && isRefused('of two'), { timeout: 30_000 });
  await one.reload();
  inbox.answer(200);
  await arrived('of one');
  await arrived('of two');
  const uids = inbox.records().map(({ attributes }) => attributes['log.record.uid']);
  assert.equal(new Set(uids).size, uids.length);
});

for (const [path, what] of [
  ['/deaf', 'one on another origin without CORS'],
  ['/wrong', 'one that is no endpoint'],
  ['/nonsense', 'one that is no address to send to'],
] as const) {
  test(`a wrong endpoint, ${what}, is one warning, and the page is as it was`, async () => {
    const tab = await stage.browser.newTab(stage.site.url + path);
    const id = await tab.waitFor(shownId);
    await tab.waitFor(() => globalThis.heard.length);
    for (const name of ['a', 'b', 'c']) await tab.evaluate(fail, name);
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
    const told = await tab.evaluate(() => globalThis.heard);
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0]!, /^session-id-badge: trail/);
    assert.equal(await tab.waitFor(shownId), id);
    assert.ok(stage.site.requests.filter((request) => request.path == '/no/such/place').length < 4);
  });
}

test('ten thousand errors in a second are counted, and the page still answers', async () => {
  const tab = await open();
  const answered = await tab.evaluate(async () => {
    const start = performance.now();
    for (let i = 0; i < 100; i++) {
      for (let j = 0; j < 100; j++) {
        const error = new Error(j % 2 ? 'the same' : `no. ${i * 100 + j}x`);
        dispatchEvent(new ErrorEvent('error', { message: error.message, error }));
      }
      // A click or a key would come in between.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return performance.now() - start;
  });
  assert.ok(answered < 15_000, `${answered} ms`);
  const sum = () =>
    inbox
      .records()
      .filter(
        ({ eventName, attributes }) => eventName == 'exception' || attributes['session_badge.dropped.event'] == 'exception',
      )
      .reduce((all, { attributes }) => all + Number(attributes['session_badge.count'] ?? 1), 0);
  await inbox.waitFor(() => sum() >= 10_000, { timeout: 30_000 });
  assert.equal(sum(), 10_000);
  assert.ok(inbox.records().length < 400, `${inbox.records().length} records`);
});
