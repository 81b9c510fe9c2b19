/** From the badge in a page to the spans and log records of a server elsewhere, which has OpenTelemetry and nothing of ours. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from '../support/browser.ts';
import { openBrowser } from '../support/open-browser.ts';
import { BLANK, idAfter, renew, shownId } from '../support/session-stories.ts';
import { page, startSite, type Site } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';
import type { Exported } from './otel-api.ts';

declare global {
  /** Sends orders at the same time, by fetch and by XHR in turn; resolves to the baggage that each brought. */
  var send: (origin: string, orders: readonly string[]) => Promise<string[]>;
}

/** A page as a host writes it who has no bundler. */
const PAGE = page(
  '<session-id-badge></session-id-badge>',
  `<script type="module">
import { propagate } from '/dist/correlate.js';
propagate({ to: [new URLSearchParams(location.search).get('api')] });
const byXhr = (url) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onload = () => resolve(request.responseText);
  request.onerror = reject;
  request.send();
});
const byFetch = async (url) => (await fetch(url)).text();
globalThis.send = (origin, orders) =>
  Promise.all(orders.map((order, i) => (i % 2 ? byXhr : byFetch)(origin + '/order?order=' + order)));
</script>`,
);

const exported: Exported[] = [];
const arrived = new EventEmitter();
const api = fork(new URL('otel-api.ts', import.meta.url), { stdio: 'inherit' });

let port: number;
let site: Site;
let browser: Browser;
let other: Browser;
before(async () => {
  [port] = (await once(api, 'message')) as [number];
  api.on('message', (item: Exported) => {
    exported.push(item);
    arrived.emit('item');
  });
  site = await startSite({ routes: { '/': PAGE, '/__clear': BLANK } });
  browser = await openBrowser();
  other = await openBrowser();
});
afterEach(async () => {
  await browser.clear();
  await other.clear();
});
after(async () => {
  await browser.close();
  await other.close();
  site.close();
  api.disconnect();
});

/** The API's origin, which is listed, and another one that leads to the same server. */
const listed = () => `http://127.0.0.1:${port}`;
const unlisted = () => `http://localhost:${port}`;

async function open(where: Browser): Promise<Tab> {
  const tab = await where.newTab(`${site.url}/?api=${listed()}`);
  await tab.waitFor(() => globalThis.send);
  return tab;
}

const send = (tab: Tab, origin: string, orders: readonly string[]): Promise<string[]> =>
  tab.evaluate(([to, all]) => globalThis.send(to, all), [origin, orders] as const);

/** All that an order leaves: the server's spans, one within, the client's to the next server and that server's, and two records. */
const LEFT = ['log /order', 'log /stock', 'span GET', 'span GET', 'span GET', 'span pack'];

/** Everything that those orders have left carries that ID, or none. */
async function assertCarry(orders: readonly string[], id: string | undefined): Promise<void> {
  for (const order of orders) {
    const ofOrder = () => exported.filter(({ attributes }) => JSON.stringify(attributes).includes(order));
    const signal = AbortSignal.timeout(10_000);
    while (ofOrder().length < LEFT.length) await once(arrived, 'item', { signal });
    const left = ofOrder();
    assert.deepEqual(left.map(({ kind, name }) => `${kind} ${name}`).sort(), LEFT);
    assert.deepEqual(new Set(left.map(({ attributes }) => attributes['session.id'])), new Set([id]), JSON.stringify(left));
  }
}

test('the ID that the badge shows is on the spans and log records of a listed origin, and on those of the servers behind it', async () => {
  const tab = await open(browser);
  const first = await tab.waitFor(shownId);
  assert.deepEqual(await send(tab, listed(), ['first-0', 'first-1']), Array(2).fill(`session.id=${first}`));
  await assertCarry(['first-0', 'first-1'], first);
  await renew(tab);
  const second = await tab.waitFor(idAfter, { argument: first });
  await send(tab, listed(), ['second-0', 'second-1']);
  await assertCarry(['second-0', 'second-1'], second);
});

test('an origin that is not listed gets none', async () => {
  const tab = await open(browser);
  await tab.waitFor(shownId);
  assert.deepEqual(await send(tab, unlisted(), ['unlisted-0', 'unlisted-1']), ['', '']);
  await assertCarry(['unlisted-0', 'unlisted-1'], undefined);
});

test('the orders of two customers at the same time are kept apart', async () => {
  const tabs = [await open(browser), await open(other)];
  const ids = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
  assert.equal(new Set(ids).size, 2);
  const orders = tabs.map((_, who) => Array.from({ length: 40 }, (_, i) => `customer-${who}-order-${i}-`));
  await Promise.all(tabs.map((tab, who) => send(tab, listed(), orders[who]!)));
  for (const who of tabs.keys()) await assertCarry(orders[who]!, ids[who]);
});
