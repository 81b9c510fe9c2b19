/** What happens on a page, as it arrives at a real receiver that checks each request by OpenTelemetry's own proto files. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from '../support/browser.ts';
import { openBrowser } from '../support/open-browser.ts';
import { createInbox, type Inbox } from '../support/otlp/inbox.ts';
import { startReceiver, type Receiver } from '../support/otlp/receiver.ts';
import { shownId } from '../support/session-stories.ts';
import { page, startSite, type Site } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';

declare global {
  /** What nobody caught, and what the page's console was told. */
  var heard: string[];
  var wasRestored: boolean | undefined;
}

const LISTEN = `<script>
heard = [];
for (const level of ['warn', 'error']) console[level] = (...parts) => heard.push(parts.join(' '));
addEventListener('pageshow', ({ persisted }) => (wasRestored = persisted));
</script>`;

const trailPage = (endpoint: string) => page(`<h1>shop</h1><session-id-badge trail="${endpoint}"></session-id-badge>`, LISTEN);

let browser: Browser;
let inbox: Inbox;
let receiver: Receiver;
let deaf: Receiver;
let site: Site;
before(async () => {
  inbox = createInbox();
  receiver = await startReceiver();
  deaf = await startReceiver({ cors: false });
  site = await startSite({
    routes: {
      '/': trailPage('/v1/logs'),
      '/next': trailPage('/v1/logs'),
      '/without': page('<session-id-badge></session-id-badge>', LISTEN),
      '/elsewhere': '<!doctype html><title>elsewhere</title>',
      '/collector': trailPage(receiver.url),
      '/deaf': trailPage(deaf.url),
      '/wrong': trailPage('/no/such/place'),
      '/nonsense': trailPage('ftp://collector.example/'),
      '/v1/logs': inbox.route,
    },
  });
  browser = await openBrowser();
});
afterEach(async () => {
  inbox.answer(200);
  await browser.clear();
  inbox.assertClean();
  receiver.assertClean();
  inbox.clear();
  receiver.clear();
});
after(async () => {
  await browser.close();
  site.close();
  await receiver.close();
  await deaf.close();
});

/** Something that goes wrong on the page, under a name. Runs in the page. */
const fail = (name: string) =>
  void setTimeout(() => dispatchEvent(new ErrorEvent('error', { message: name, error: new Error(name) })));
const messages = (name?: string) =>
  inbox
    .records()
    .filter(({ attributes }) => attributes['exception.message'] && (!name || attributes['exception.message'] == name));
const arrived = (name: string) => inbox.waitFor(() => messages(name).length);
/** The page as it is once its trail has sent something. */
async function open(path = '/'): Promise<Tab> {
  const tab = await browser.newTab(site.url + path);
  await inbox.waitFor((records) => records.some(({ eventName }) => eventName == 'browser.navigation'));
  return tab;
}
const nothingWrong = async (tab: Tab) => assert.deepEqual(await tab.evaluate(() => globalThis.heard), []);

test('the badge loads the trail for its attribute alone, and all that is recorded is under the ID that it shows', async () => {
  const tab = await browser.newTab(site.url + '/without');
  await tab.waitFor(shownId);
  const loads = () => site.requests.filter(({ path }) => path.endsWith('/trail.js')).length;
  assert.equal(loads(), 0);
  await tab.evaluate(() => (document.querySelector('session-id-badge')!.trail = '/v1/logs'));
  const id = await tab.waitFor(shownId);
  await inbox.waitFor((records) =>
    ['browser.navigation', 'session.start'].every((name) => records.some((r) => r.eventName == name)),
  );
  assert.equal(loads(), 1);
  assert.ok(inbox.records().every(({ sessionId }) => sessionId == id));
  // Not its own requests, which would never end.
  assert.ok(inbox.records().every(({ attributes }) => !String(attributes['url.full']).includes('/v1/logs')));
  await tab.evaluate(fail, 'recorded');
  await arrived('recorded');
  await tab.evaluate(() => (document.querySelector('session-id-badge')!.trail = null));
  await tab.evaluate(fail, 'not any more');
  await tab.evaluate(() => (document.querySelector('session-id-badge')!.trail = '/v1/logs'));
  await tab.waitFor(() => document.querySelector('session-id-badge')!.trail);
  await tab.evaluate(fail, 'again');
  await arrived('again');
  assert.equal(messages('not any more').length, 0);
  await nothingWrong(tab);
});

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

test('what happens just before the page is left arrives', async () => {
  const tab = await open();
  await tab.evaluate(
    () =>
      void setTimeout(() => {
        dispatchEvent(new ErrorEvent('error', { message: 'at the door', error: new Error('at the door') }));
        location.href = '/elsewhere';
      }, 50),
  );
  await tab.waitFor(() => document.title == 'elsewhere' && document.readyState == 'complete');
  await arrived('at the door');
  assert.equal(messages('at the door').length, 1);
});

test('a page that is left before anything was answered has sent its records', async () => {
  const tab = await browser.newTab(site.url + '/without');
  await tab.waitFor(shownId);
  await tab.evaluate(() => (document.querySelector('session-id-badge')!.trail = '/v1/logs'));
  await tab.waitFor(() => !globalThis.fetch.toString().includes('native'));
  await tab.evaluate(
    () =>
      void setTimeout(() => {
        dispatchEvent(new ErrorEvent('error', { message: 'early', error: new Error('early') }));
        location.href = '/elsewhere';
      }, 50),
  );
  await tab.waitFor(() => document.title == 'elsewhere' && document.readyState == 'complete');
  await arrived('early');
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
  await nothingWrong(tab);
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

test('a page with a trail can come back from the back/forward cache, and goes on recording', async () => {
  let isBack;
  // A browser may drop any page; what the trail holds would drop it each time.
  for (let tries = 0; !isBack && tries < 3; tries++) {
    const tab = await open();
    await tab.goto(site.url + '/elsewhere');
    await tab.back();
    isBack = await tab.evaluate(() => globalThis.wasRestored);
    if (isBack) {
      await tab.evaluate(fail, 'back again');
      await arrived('back again');
      await inbox.waitFor((records) => records.some(({ attributes }) => attributes['session_badge.page.state'] == 'restored'));
    }
    await tab.close();
    inbox.clear();
  }
  assert.ok(isBack);
});

test('two tabs in trouble deliver each record once', async () => {
  const one = await open();
  const two = await browser.newTab(site.url + '/next');
  await two.waitFor(shownId);
  inbox.answer(503);
  await one.evaluate(fail, 'of one');
  await two.evaluate(fail, 'of two');
  await inbox.waitFor(() => inbox.requests.filter(({ status }) => status == 503).length > 1);
  await one.reload();
  inbox.answer(200);
  await arrived('of one');
  await arrived('of two');
  const uids = inbox.records().map(({ attributes }) => attributes['log.record.uid']);
  assert.equal(new Set(uids).size, uids.length);
});

test('a collector on another origin gets them by CORS', async () => {
  const tab = await browser.newTab(site.url + '/collector');
  await receiver.waitFor((records) => records.length);
  await tab.evaluate(fail, 'over there');
  await receiver.waitFor((records) => records.some(({ attributes }) => attributes['exception.message'] == 'over there'));
  assert.ok(receiver.requests.every(({ headers }) => !headers.cookie && !String(headers.referer).includes('/collector')));
  await nothingWrong(tab);
});

for (const [path, what] of [
  ['/deaf', 'one on another origin without CORS'],
  ['/wrong', 'one that is no endpoint'],
  ['/nonsense', 'one that is no address to send to'],
] as const) {
  test(`a wrong endpoint, ${what}, is one warning, and the page is as it was`, async () => {
    const tab = await browser.newTab(site.url + path);
    const id = await tab.waitFor(shownId);
    await tab.waitFor(() => globalThis.heard.length);
    for (const name of ['a', 'b', 'c']) await tab.evaluate(fail, name);
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
    const told = await tab.evaluate(() => globalThis.heard);
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0]!, /^session-id-badge: trail/);
    assert.equal(await tab.waitFor(shownId), id);
    assert.ok(site.requests.filter((request) => request.path == '/no/such/place').length < 4);
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
