/** Pages and servers as they are out there, each with its own way to send, and the desk that shows what came of it. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { after, afterEach, before, test } from 'node:test';
import type { DeskRecord } from '../../src/desk/record.ts';
import { mintSessionId } from '../../src/session/session-id.ts';
import { jsonOf } from '../desk/otlp.ts';
import type { Browser } from '../support/browser.ts';
import { hostPage, hostRoutes, shownId } from '../support/host-page.ts';
import { openBrowser } from '../support/open-browser.ts';
import { pageScript } from '../support/sdk-page.ts';
import { BLANK, shownId as shownIdHere } from '../support/session-stories.ts';
import { startSite } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';
import { fail } from '../support/trail-stage.ts';
import type { Found } from '../support/desk-answers.ts';
import { useLiveDesk } from './desk-stage.ts';

const head = '<link rel="icon" href="data:,">';
// Before the desk, which is told of it.
const site = await startSite({
  routes: {
    ...hostRoutes,
    '/': () => hostPage(`<session-id-badge trail="${desk.endpoint}"></session-id-badge>`, { head }),
    '/without': hostPage('<session-id-badge></session-id-badge>', { head }),
    '/browser-sdk': () =>
      hostPage('<button id="buy">Buy</button>', {
        scripts: ['/browser-sdk.js'],
        head: `${head}<meta name="endpoint" content="${openDesk.endpoint}">`,
      }),
    '/browser-sdk.js': await pageScript('desk-browser-sdk'),
    '/elsewhere': BLANK.replace('blank', 'elsewhere'),
    '/__clear': BLANK,
  },
});
/** Takes from pages of the site alone. */
const desk = useLiveDesk({ origins: [site.url] });
/** As it comes: takes from all pages of this machine. */
const openDesk = useLiveDesk();

let browser: Browser;
before(async () => void (browser = await openBrowser()));
afterEach(() => browser.clear());
after(async () => {
  await browser.close();
  site.close();
});

const named =
  (name: string) =>
  ({ eventName }: DeskRecord) =>
    eventName == name;
const isError = (message: string) => (record: DeskRecord) => record.attributes['exception.message'] == message;
/** Whether there is one of each. */
const hasAll =
  (...meant: ((record: DeskRecord) => boolean)[]) =>
  ({ records }: Found) =>
    meant.every((isMeant) => records.some(isMeant));
/** Those that are any of these, in their order. */
const allOf = ({ records }: Found, ...meant: ((record: DeskRecord) => boolean)[]): DeskRecord[] =>
  records.filter((record) => meant.some((isMeant) => isMeant(record)));

function assertInOrder({ records }: Found): void {
  const times = records.map(({ time }) => time);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
}

/** Runs in the page. Whether its trail has begun. */
const isRecording = () => !globalThis.fetch.toString().includes('native');

/** The page is left before it can have heard of an answer. */
const failAndLeave = (tab: Tab, message: string): Promise<void> =>
  tab.evaluate((message) => {
    setTimeout(() => {
      dispatchEvent(new ErrorEvent('error', { message, error: new Error(message) }));
      location.href = '/elsewhere';
    }, 50);
  }, message);
const isElsewhere = () => document.title == 'elsewhere' && document.readyState == 'complete';

test('what the trail of a page of another origin sends is there under the ID that the badge shows, once, in order', async () => {
  const tab = await browser.newTab(site.url);
  const id = await shownId(tab);
  await tab.waitFor(isRecording);
  await tab.evaluate(fail, 'no price');
  await tab.evaluate(async () => void (await fetch('/orders/48151623?email=a@b.nl')));
  await tab.click(['session-id-badge', '[part=copy-button]']);

  const mine = [isError('no price'), named('session_badge.request.failed'), named('session_badge.id.copied')];
  const found = await desk.find(id, hasAll(named('session.start'), ...mine));
  assertInOrder(found);
  assert.deepEqual(
    allOf(found, ...mine).map(({ eventName }) => eventName),
    ['exception', 'session_badge.request.failed', 'session_badge.id.copied'],
  );
  const [request] = allOf(found, named('session_badge.request.failed'));
  assert.equal(request!.attributes['url.full'], `${site.url}/orders/{id}`);
  assert.equal(request!.attributes['http.response.status_code'], 404);

  const { summary, records } = found;
  assert.deepEqual([summary.records, summary.kinds.copy, summary.pages], [records.length, 1, ['/']]);
  assert.deepEqual(summary.copies, [{ time: records.find(named('session_badge.id.copied'))!.time, page: '/' }]);
  for (const what of ['exception', 'requestFailed']) {
    assert.deepEqual(
      summary.troubles.filter((trouble) => trouble.what == what).map(({ count }) => count),
      [1],
    );
  }
  assert.deepEqual(await tab.evaluate(() => globalThis.seen.errors), ['no price']);
});

test('a page whose origin is not on the list sends nothing, and its developer is told', async () => {
  const tab = await browser.newTab(site.at('127.0.0.1'));
  const id = await shownId(tab);
  await tab.waitFor(() => globalThis.seen.errors.some((text) => text.includes('/v1/logs')));
  assert.equal(await desk.ask(id), undefined);
});

test('a page that is left before anything was answered has sent its records; what the next page sends again is there once', async () => {
  const tab = await browser.newTab(`${site.url}/without`);
  const id = await shownId(tab);
  await tab.evaluate((endpoint) => void (globalThis.badge()!.trail = endpoint), desk.endpoint);
  await tab.waitFor(isRecording);
  await failAndLeave(tab, 'early');
  await tab.waitFor(isElsewhere);
  await desk.find(id, hasAll(isError('early')));

  await tab.goto(site.url);
  await tab.waitFor(() => globalThis.badge()?.session);
  await desk.find(id, hasAll(named('browser.navigation')));
  await failAndLeave(tab, 'late');
  await tab.waitFor(isElsewhere);
  assert.equal(allOf(await desk.find(id, hasAll(isError('late'))), isError('early')).length, 1);
});

test('what a page sends by sendBeacon when it is left arrives', async () => {
  const tab = await browser.newTab(`${site.url}/elsewhere`);
  const id = mintSessionId(Date.now());
  const body = JSON.stringify(jsonOf([{ eventName: 'left', attributes: { 'session.id': id } }]));
  await tab.evaluate(
    ([endpoint, body]) => {
      const records = new Blob([body], { type: 'application/json' });
      addEventListener('pagehide', () => void navigator.sendBeacon(endpoint, records));
    },
    [desk.endpoint, body] as const,
  );
  await tab.goto(`${site.url}/__clear`);
  await desk.find(id, hasAll(named('left')));
});

test('a desk that is away for a while misses nothing of a page, and has nothing twice', async () => {
  const tab = await browser.newTab(site.url);
  const id = await shownId(tab);
  await tab.waitFor(isRecording);
  await tab.evaluate(fail, 'before');
  await desk.find(id, hasAll(isError('before')));
  await desk.down();
  await tab.evaluate(fail, 'meanwhile');
  await tab.waitFor(() => globalThis.seen.errors.some((text) => text.includes('/v1/logs')));
  await desk.up();
  await tab.evaluate(fail, 'after');
  const found = await desk.find(id, hasAll(isError('meanwhile'), isError('after')));
  assert.deepEqual(
    allOf(found, named('exception')).map(({ attributes }) => attributes['exception.message']),
    ['before', 'meanwhile', 'after'],
  );
  assertInOrder(found);
});

for (const whose of ['ours', 'theirs']) {
  test(`OpenTelemetry's browser SDK without a trail, with a session that is ${whose}: the desk has what it records, by kind`, async () => {
    const tab = await browser.newTab(`${site.url}/browser-sdk?${whose}`);
    const id = await shownId(tab);
    await tab.click('#buy');
    await tab.evaluate(fail, 'no price');
    await tab.evaluate(() => {
      console.error('no stock');
      history.pushState(null, '', '/cart');
    });
    const kinds = ['page', 'load', 'interaction', 'error'] as const;
    const { summary, records, startedAt } = await openDesk.find(
      id,
      (found) => kinds.every((kind) => found.summary.kinds[kind]) && hasAll(named('browser.console'))(found),
    );
    assert.equal(startedAt == null, whose == 'theirs');
    assert.ok(records.every(({ attributes, scope }) => attributes['session.id'] == id && scope.name != 'session-id-badge'));
    assert.deepEqual(summary.troubles.map(({ what, target }) => [what, target]).sort(), [
      ['consoleError', 'no stock'],
      ['exception', 'Error: no price'],
    ]);
  });
}

test('what a server logs with pino and what the page records are one story, in order', async (t) => {
  const env = {
    OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: openDesk.endpoint,
    OTEL_BLRP_SCHEDULE_DELAY: '50',
    OTEL_TRACES_EXPORTER: 'none',
  };
  const shop = fork(new URL('desk-shop.ts', import.meta.url), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  t.after(() => shop.disconnect());
  const [url] = (await once(shop, 'message')) as [string];
  const tab = await browser.newTab(url);
  const id = await tab.waitFor(shownIdHere);
  await tab.waitFor(isRecording);
  await tab.evaluate(async () => void (await fetch('/order', { method: 'POST' })));

  const isLine = (text: string) => (record: DeskRecord) => record.body == text;
  const mine = [isLine('order'), isLine('no order'), named('session_badge.request.failed')];
  const found = await openDesk.find(id, hasAll(...mine));
  assertInOrder(found);
  assert.deepEqual(
    allOf(found, ...mine).map(({ body, severityNumber, resource, attributes }) => [
      body ?? attributes['http.response.status_code'],
      severityNumber,
      resource['service.name'],
    ]),
    [
      ['order', 9, 'orders'],
      ['no order', 17, 'orders'],
      [503, 17, 'localhost'],
    ],
  );
  const [line] = allOf(found, isLine('no order'));
  assert.equal(line!.attributes['exception.message'], 'the warehouse does not answer');
  const { troubles } = found.summary;
  assert.ok(troubles.some(({ what, target, status }) => what == 'requestFailed' && target == '/order' && status == 503));
  assert.ok(troubles.some(({ what, target, thing }) => what == 'serverError' && target == 'no order' && thing == 'orders'));
});
