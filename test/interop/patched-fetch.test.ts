import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from '../support/browser.ts';
import { hostPage, hostRoutes, shownId } from '../support/host-page.ts';
import { openBrowser } from '../support/open-browser.ts';
import { pageScript } from '../support/sdk-page.ts';
import { startSite, type Site } from '../support/site.ts';

/** What each of them puts on requests that it traces. */
const TRACED = { Sentry: 'sentry-trace', Datadog: 'traceparent', OpenTelemetry: 'traceparent', Faro: undefined };
/** OpenTelemetry's instrumentation for XMLHttpRequest is another package. */
const FETCH_ONLY = ['OpenTelemetry'];

let browser: Browser;
let api: Site;
let shop: Site;
before(async () => {
  api = await startSite({
    routes: {
      '/echo': ({ headers }) => ({
        headers: {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': 'baggage, sentry-trace, traceparent, tracestate, x-own',
          'content-type': 'application/json',
        },
        body: JSON.stringify(headers),
      }),
    },
  });
  shop = await startSite({
    routes: {
      ...hostRoutes,
      '/': hostPage('', { scripts: ['/page.js'] }),
      '/page.js': await pageScript('patched-fetch'),
      '/intake': '{}',
      '/api/1/envelope/': '{}',
    },
  });
  browser = await openBrowser();
});
afterEach(() => browser.clear());
after(async () => {
  await browser.close();
  api.close();
  shop.close();
});

for (const [who, trace] of Object.entries(TRACED)) {
  for (const order of ['before', 'after']) {
    test(`${who}, patching ${order} us, and we leave each other's headers alone`, async () => {
      const tab = await browser.newTab(`${shop.url}/?${who}&${order}&${encodeURIComponent(api.url)}`);
      const id = await shownId(tab);
      await tab.waitFor(() => globalThis.patchedPage.isReady());
      const ask = () => tab.evaluate(() => globalThis.patchedPage.ask({ 'x-own': '1', baggage: 'shop=1' }));

      const answers = await ask();
      assert.equal(answers.length, 5);
      answers.forEach(({ baggage = '', ...headers }, i) => {
        const what = `${i}: ${baggage}`;
        const members = baggage.split(/\s*,\s*/);
        const count = (member: string) => members.filter((other) => other == member).length;
        assert.deepEqual([count(`session.id=${id}`), count('shop=1')], [1, 1], what);
        assert.equal(headers['x-own'], '1', what);
        const isTraced = trace && !(i == 4 && FETCH_ONLY.includes(who));
        assert.equal(!!headers[trace ?? ''], !!isTraced, what);
        if (who == 'Sentry')
          assert.ok(
            members.some((member) => /^sentry-trace_id=\w+/.test(member)),
            what,
          );
      });

      await tab.evaluate(() => globalThis.patchedPage.end());
      (await ask()).forEach(({ baggage = '', ...headers }, i) => {
        assert.ok(!baggage.includes(id) && baggage.includes('shop=1'), baggage);
        if (trace && !(i == 4 && FETCH_ONLY.includes(who))) assert.ok(headers[trace]);
      });
    });
  }
}
