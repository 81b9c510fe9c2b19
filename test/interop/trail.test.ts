import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser } from '../support/browser.ts';
import { hostPage, hostRoutes, shownId } from '../support/host-page.ts';
import { openBrowser } from '../support/open-browser.ts';
import { Intake, pageScript } from '../support/sdk-page.ts';
import { startSite, type Route, type Site } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';

/** A log record of OTLP/JSON, and whose it is. */
interface Item {
  scope: string;
  name: string;
  body: unknown;
  attributes: Record<string, unknown>;
}

interface Value {
  stringValue?: string;
}

function readOtlp(json: string): Item[] {
  const { resourceLogs } = JSON.parse(json) as {
    resourceLogs: {
      scopeLogs: {
        scope: { name: string };
        logRecords: { eventName?: string; body?: Value; attributes?: { key: string; value: Value }[] }[];
      }[];
    }[];
  };
  return resourceLogs.flatMap(({ scopeLogs }) =>
    scopeLogs.flatMap(({ scope, logRecords }) =>
      logRecords.map(({ eventName = '', body, attributes = [] }) => ({
        scope: scope.name,
        name: eventName,
        body: body?.stringValue,
        attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
      })),
    ),
  );
}

const PAGES = ['opentelemetry', 'browser-sdk', 'others'];
/** Nobody listens there. */
const NOWHERE = 'http://localhost:1/orders/48151623';

let browser: Browser;
let site: Site;
/** What came by OTLP: at the trail's endpoint or the application's, and at that of an SDK beside it. */
let ours: Intake<Item>;
let theirs: Intake<Item>;
/** What came to Sentry or Faro, as text. */
let others: Intake<string>;
let status = 200;

before(async () => {
  const scripts = await Promise.all(PAGES.map((name) => pageScript(`trail-${name}`)));
  const other: Route = async (request) => ({ ...(await others.answer(request)), status });
  site = await startSite({
    routes: {
      ...hostRoutes,
      ...Object.fromEntries(
        PAGES.flatMap((name, i) => [
          [`/${name}`, hostPage('<link rel="icon" href="data:,"><button id="buy">Buy</button>', { scripts: [`/${name}.js`] })],
          [`/${name}.js`, scripts[i]!],
        ]),
      ),
      '/v1/logs': (request) => ours.answer(request),
      '/v1/theirs': (request) => theirs.answer(request),
      '/collect': other,
      '/api/1/envelope/': other,
    },
  });
  browser = await openBrowser();
});
beforeEach(() => {
  ours = new Intake(readOtlp);
  theirs = new Intake(readOtlp);
  others = new Intake((body) => [body]);
  status = 200;
});
afterEach(() => browser.clear());
after(async () => {
  await browser.close();
  site.close();
});

/** Nobody catches it. */
const fail = (tab: Tab, message: string) =>
  tab.evaluate((message) => void setTimeout(() => void Promise.reject(new RangeError(message))), message);
const isException = (message: string) => (item: Item) => item.attributes['exception.message'] == message;
const named = (name: string) => (item: Item) => item.name == name;

test("an application's own OpenTelemetry delivers what the trail records, once each; nobody else sends anything", async () => {
  const first = site.requests.length;
  const tab = await browser.newTab(`${site.url}/opentelemetry`);
  const id = await shownId(tab);
  await tab.click('#buy');
  await tab.click(['session-id-badge', '[part=copy-button]']);
  await tab.evaluate(() => document.body.append(Object.assign(new Image(), { src: '/missing.png?email=a@b.nl' })));
  await fail(tab, 'no such order');
  await ours.find(named('session_badge.id.copied'));
  await ours.find(named('session_badge.load.failed'));
  await ours.find(isException('no such order'));
  await ours.find(named('browser.user_action.click'), 2);
  await tab.evaluate(() => globalThis.trail.flush());
  // After it what could come a second time would have come: the last to be handed on.
  await fail(tab, 'the last');
  await ours.find(isException('the last'));

  for (const name of ['session.start', 'session_badge.id.copied', 'session_badge.load.failed']) {
    const items = ours.items.filter(named(name));
    assert.deepEqual(
      items.map(({ scope, attributes }) => [scope, attributes['session.id']]),
      [['session-id-badge', id]],
      name,
    );
  }
  const [load] = ours.items.filter(named('session_badge.load.failed'));
  assert.equal(load!.attributes['url.full'], `${site.url}/missing.png`);
  assert.deepEqual(
    ours.items.filter(isException('no such order')).map(({ scope }) => scope),
    ['@opentelemetry/browser-instrumentation/errors'],
  );
  const sent = site.requests.slice(first).filter(({ method }) => method != 'GET');
  assert.deepEqual(new Set(sent.map(({ path }) => path)), new Set(['/v1/logs']));
  const uids = ours.items.map(({ attributes }) => attributes['log.record.uid']).filter(Boolean);
  assert.equal(new Set(uids).size, uids.length);
});

test("the browser SDK beside the trail: each delivers to its own endpoint, an error once to each, nothing of the other's", async () => {
  const tab = await browser.newTab(`${site.url}/browser-sdk`);
  const id = await shownId(tab);
  await fail(tab, 'no such order');
  await tab.evaluate(() => globalThis.say('said to theirs'));
  await theirs.find(({ body }) => body == 'said to theirs');
  await theirs.find(isException('no such order'));
  await ours.find(isException('no such order'));
  await tab.evaluate(() => globalThis.trail.flush());
  await fail(tab, 'the last');
  await Promise.all([ours, theirs].map((intake) => intake.find(isException('the last'))));

  for (const intake of [ours, theirs]) assert.equal(intake.items.filter(isException('no such order')).length, 1);
  assert.ok(!ours.items.some(({ body }) => body == 'said to theirs'));
  assert.deepEqual(new Set(ours.items.map(({ attributes }) => attributes['session.id'])), new Set([id]));
  assert.ok(!theirs.items.some(({ scope, attributes }) => scope == 'session-id-badge' || attributes['log.record.uid']));
  assert.ok(!ours.items.some(({ name }) => name.startsWith('session_badge.request')));
});

for (const who of ['Sentry', 'Faro']) {
  for (const order of ['before', 'after']) {
    test(`${who}, patching fetch ${order} the trail: a request that fails is recorded once by each, and fails for its caller`, async () => {
      const tab = await browser.newTab(`${site.url}/others?${who}&${order}`);
      const id = await shownId(tab);
      const failures = () => ours.items.filter(named('session_badge.request.failed'));
      const ask = () =>
        tab.evaluate(
          (url) =>
            fetch(url).then(
              () => 'an answer',
              (error: Error) => [error.constructor.name, error instanceof TypeError].join(),
            ),
          NOWHERE,
        );

      assert.equal(await ask(), 'TypeError,true');
      await fail(tab, 'no such order');
      await ours.find(named('session_badge.request.failed'));
      await ours.find(isException('no such order'));
      const heard = await others.find((body) => body.includes('no such order'));
      assert.equal(heard.length, 1);
      assert.deepEqual(
        failures().map(({ attributes: a }) => [a['session.id'], a['url.full'], a['error.type']]),
        // None of them is their own, which were answered well.
        [[id, 'http://localhost:1/orders/{id}', 'TypeError']],
      );
      assert.equal(ours.items.filter(isException('no such order')).length, 1);
      if (who == 'Sentry') assert.equal(await tab.evaluate((url) => globalThis.othersPage.noted(url), NOWHERE), 1);

      await tab.evaluate(async () => {
        await globalThis.othersPage.trail.flush();
        globalThis.othersPage.trail.stop();
      });
      assert.equal(await ask(), 'TypeError,true');
      await fail(tab, 'after the trail');
      await others.find((body) => body.includes('after the trail'));
      if (who == 'Sentry') assert.equal(await tab.evaluate((url) => globalThis.othersPage.noted(url), NOWHERE), 2);
      assert.equal(failures().length, 1);
      assert.ok(!ours.items.some(isException('after the trail')));
    });
  }
}

// A shop wants to know that; and it is not recorded that it was recorded, and so on.
test('an intake of theirs that refuses is a request that failed, counted, and nothing that goes in circles', async () => {
  const tab = await browser.newTab(`${site.url}/others?Faro&before`);
  await shownId(tab);
  status = 500;
  await fail(tab, 'no such order');
  await others.find((body) => body.includes('no such order'));
  const [failure] = await ours.find(
    ({ name, attributes }) => name == 'session_badge.request.failed' && String(attributes['url.full']).endsWith('/collect'),
  );
  assert.equal(failure!.attributes['http.response.status_code'], 500);
  assert.ok(ours.items.filter(named('session_badge.request.failed')).length <= 2);
});
