/** What happens on a page, as it arrives at a real receiver that checks each request by OpenTelemetry's own proto files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownId } from '../support/session-stories.ts';
import { assertNothingSaid, fail, useTrailPages } from '../support/trail-stage.ts';

const stage = useTrailPages();
const { inbox, open, messages, arrived } = stage;

test('the badge loads the trail for its attribute alone, and all that is recorded is under the ID that it shows', async () => {
  const tab = await stage.browser.newTab(stage.site.url + '/without');
  await tab.waitFor(shownId);
  const loads = () => stage.site.requests.filter(({ path }) => path.endsWith('/trail.js')).length;
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
  await assertNothingSaid(tab);
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
  const tab = await stage.browser.newTab(stage.site.url + '/without');
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

test('a page with a trail can come back from the back/forward cache, and goes on recording', async () => {
  let isBack;
  // A browser may drop any page; what the trail holds would drop it each time.
  for (let tries = 0; !isBack && tries < 3; tries++) {
    const tab = await open();
    await tab.goto(stage.site.url + '/elsewhere');
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

test('a collector on another origin gets them by CORS', async () => {
  const tab = await stage.browser.newTab(stage.site.url + '/collector');
  await stage.collector.waitFor((records) => records.length);
  await tab.evaluate(fail, 'over there');
  await stage.collector.waitFor((records) => records.some(({ attributes }) => attributes['exception.message'] == 'over there'));
  assert.ok(
    stage.collector.requests.every(({ headers }) => !headers.cookie && !String(headers.referer).includes('/collector')),
  );
  await assertNothingSaid(tab);
});
