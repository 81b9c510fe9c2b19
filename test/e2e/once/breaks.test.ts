import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { DeskRecord } from '../../../src/desk/record.ts';
import * as names from '../../../src/records/attributes.ts';
import * as events from '../../../src/records/events.ts';
import { currentEngine } from '../../support/open-browser.ts';
import { shifts } from '../../support/shifts.ts';
import { useShop } from '../../support/shop.ts';

// What goes wrong on one page is looked at in many tests.
const stage = useShop({ clears: false });

/** https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
const WARN = 13;

/** Runs in the page. */
const shownId = () => document.querySelector('session-id-badge')?.shadowRoot?.querySelector('[part=id]')?.textContent;

type Arrived = DeskRecord & { readonly arrived: number };

/** What the shop's log has of that session and gets from now on, as the list on the page is told of it. */
async function followLog(id: string) {
  const ended = new AbortController();
  const records: Arrived[] = [];
  let look = () => {};
  const { body } = await fetch(`${stage.url}/breaks/log`, {
    headers: { cookie: `diagnostic_session=${id}` },
    signal: ended.signal,
  });
  const read = async () => {
    let text = '';
    for await (const part of body!.pipeThrough(new TextDecoderStream())) {
      const messages = (text + part).split('\n\n');
      text = messages.pop()!;
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message)?.[1];
        const fresh = (data ? JSON.parse(data) : []) as DeskRecord[];
        records.push(...fresh.map((record) => ({ ...record, arrived: Date.now() })));
      }
      look();
    }
  };
  read().catch(() => {});
  return {
    records,
    end: () => ended.abort(),
    waitFor: (is: (record: Arrived) => boolean) =>
      new Promise<Arrived>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not recorded: ${is}; but ${records.map(tell).join('\n')}`)), 8_000);
        look = () => {
          const found = records.find(is);
          if (!found) return;
          clearTimeout(timer);
          resolve(found);
        };
        look();
      }),
  };
}

/** The way to the shop, which can be cut: then nothing gets through, as where the customer has no connection. */
async function startLine(port: number) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((socket) => {
    const onward = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => {});
      one.on('close', () => (sockets.delete(one), other.destroy()));
    }
    if (isCut) socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: () => ((isCut = true), drop()),
    mend: () => void (isCut = false),
    close: () => (server.close(), drop()),
  };
}

/** Runs in the page. What the browser does then; the tests' drivers cannot ask all engines for it. */
const setOnline = (isOnline: boolean) => {
  Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true });
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
};

/** Runs in the page. What a card says or shows, once it does. */
const saidBy = (name: string) => document.querySelector(`#${name} .outcome :not(:empty)`)?.innerHTML.trim();

/** A record in a line: what it is, and by what it is told from others. */
function tell({ eventName: event, attributes: a }: DeskRecord): string {
  const url = String(a[names.URL_FULL] ?? '').replace(/^http:\/\/localhost:\d+/, '');
  const said = [names.HTTP_METHOD, '', names.HTTP_STATUS, names.LOAD_TYPE, names.MESSAGE_TYPE, names.CSP_DIRECTIVE];
  const telling = [...said, names.EXCEPTION_TYPE, names.ELEMENT_ROLE, names.ELEMENT_SELECTOR];
  return [event, ...telling.map((name) => (name ? a[name] : url))].filter(Boolean).join(' ');
}

/** The card that it is about. */
function cardOf({ eventName: event, attributes: a }: DeskRecord): string {
  if (event.startsWith('session_badge.connection')) return 'pay';
  if (event == events.EXCEPTION) return 'total';
  const [, ofUrl] = /\/breaks\/(\w+)|\/\/(chat)\./.exec(String(a[names.URL_FULL]))?.filter(Boolean) ?? [];
  return ofUrl ?? /^#(\w+)/.exec(String(a[names.ELEMENT_SELECTOR]))?.[1] ?? 'nothing';
}

/** Where a machine has much to do, more is slow than what we have made so. */
const isOfTheMachine = (record: DeskRecord) =>
  record.eventName.endsWith('.slow') &&
  !['session_badge.request.slow search', 'session_badge.interaction.slow bundle'].includes(
    `${record.eventName} ${cardOf(record)}`,
  );

const isTrouble = (record: DeskRecord) =>
  (record.severityNumber >= WARN || [events.MESSAGE_SHOWN, events.CONNECTION_BACK].includes(record.eventName)) &&
  !isOfTheMachine(record);

describe('what goes wrong in the shop', () => {
  let line: Awaited<ReturnType<typeof startLine>>;
  let all: Arrived[] = [];
  let trouble: Arrived[] = [];
  let backAt = 0;
  let hasEventTiming = false;
  let listed: string[] = [];
  const of = (card: string) => trouble.filter((record) => cardOf(record) == card);
  const toldOf = (card: string) => of(card).map(tell).sort();

  // All in one page, one after the other, and looked at in the tests: what one click brings about is no other's.
  before(async () => {
    line = await startLine(Number(new URL(stage.url).port));
    const tab = await stage.browser.newTab(`${line.url}/breaks`);
    const click = (name: string, options = {}) => tab.click(`#${name} button`, options);
    const said = (name: string) => tab.waitFor(saidBy, { argument: name });
    const log = await followLog(await tab.waitFor(shownId));
    await log.waitFor(({ eventName }) => eventName == events.PAGE_STATE);
    hasEventTiming = await tab.evaluate(() => !!PerformanceObserver.supportedEntryTypes.includes('event'));

    await click('search');
    for (const name of ['order', 'invoices', 'photo', 'chat', 'total']) await click(name).then(() => said(name));
    await click('pay');
    assert.match(await said('pay'), /^(Paying|Paid)/);
    await click('domain', { times: 4 });
    assert.equal(await said('domain'), 'The name is free.');
    await click('transfer');
    // Read, and not only closed.
    await log.waitFor(({ attributes }) => attributes[names.MESSAGE_TYPE] == 'dialog');
    await tab.click('#transfer dialog button');
    await tab.waitFor(() => !document.querySelector('dialog[open]'));
    await tab.waitFor(() => performance.getEntriesByName(new URL('/breaks/domain', location.href).href).length == 4);
    await tab.waitFor(() => document.querySelector('#search .outcome')!.textContent.trim() == 'Nothing found.');

    line.cut();
    await tab.evaluate(setOnline, false);
    await click('pay');
    await tab.waitFor(() => document.querySelector('#pay [role=alert]')!.textContent);
    line.mend();
    backAt = Date.now();
    await tab.evaluate(setOnline, true);

    await click('bundle');
    await said('bundle');
    // The last: when it is told that nothing came of this click, the same would have been told of those before.
    await click('compare');
    await log.waitFor(({ eventName }) => eventName == events.CLICK_DEAD);
    if (hasEventTiming) await log.waitFor(({ eventName }) => eventName == events.INTERACTION_SLOW);
    listed = await tab.waitFor(() => {
      const rows = document.querySelector('iframe')!.contentDocument!.querySelectorAll<HTMLTableRowElement>('tr.wrong');
      const texts = Array.from(rows, ({ cells }) => [cells[1], cells[2], cells[3]].map((cell) => cell!.textContent).join(' '));
      return texts.some((text) => text.startsWith('click.dead')) ? texts : undefined;
    });
    log.end();
    all = log.records;
    trouble = all.filter(isTrouble);
  });
  after(async () => {
    await stage.browser.clear('/favicon.svg');
    line.close();
  });

  test('an order service that is down: the failed request, and the message about it', () => {
    assert.deepEqual(toldOf('order'), [
      'session_badge.message.shown alert alert #order > div > p:nth-of-type(2)',
      'session_badge.request.failed POST /breaks/order 503',
    ]);
  });

  test('an expired login: the refused request, and the message about it', () => {
    assert.deepEqual(toldOf('invoices'), [
      'session_badge.message.shown alert alert #invoices > div > p:nth-of-type(2)',
      'session_badge.request.failed GET /breaks/invoices 401',
    ]);
  });

  test('a missing image: which, and where', () => {
    assert.deepEqual(toldOf('photo'), [
      'session_badge.load.failed /assets/data-centre.webp image img #photo > div > p:nth-of-type(1) > img',
    ]);
  });

  test('a blocked script: what the policy has refused, and that it did not load', () => {
    const [violation, load, ...more] = of('chat').toSorted((a, b) => (a.eventName < b.eventName ? -1 : 1));
    assert.equal(tell(violation!), 'session_badge.csp.violation https://chat.noordzee.example/widget.js script-src-elem');
    assert.equal(violation!.attributes[names.CSP_DISPOSITION], 'enforce');
    assert.match(tell(load!), /^session_badge\.load\.failed https:\/\/chat\.noordzee\.example\/widget\.js script script /);
    assert.deepEqual(more, []);
  });

  test('a product without a price: the error that the script stopped with', () => {
    assert.deepEqual(toldOf('total'), ['exception TypeError']);
    const [{ attributes }] = of('total') as [Arrived];
    assert.match(String(attributes[names.EXCEPTION_MESSAGE]), /amount|undefined/);
    assert.match(String(attributes[names.EXCEPTION_STACKTRACE]), /breaks\.js/);
  });

  test('a dialog with bad news: that it was shown', () => {
    assert.deepEqual(toldOf('transfer'), ['session_badge.message.shown dialog dialog #transfer > dialog']);
  });

  test('clicks again and again on what is slow to show anything: how many', () => {
    assert.deepEqual(toldOf('domain'), ['session_badge.click.rage button #domain > button']);
    assert.equal(of('domain')[0]!.attributes[names.COUNT], 4);
  });

  test('a slow answer: how slow', () => {
    assert.deepEqual(toldOf('search'), ['session_badge.request.slow GET /breaks/search 200']);
    const duration = Number(of('search')[0]!.attributes[names.DURATION]);
    assert.ok(duration >= 3_490 && duration < 8_000, `${duration} ms`);
  });

  test('no connection in the checkout: when it went and came, what failed between, all of it sent afterwards', () => {
    assert.deepEqual(toldOf('pay'), [
      'session_badge.connection.back',
      'session_badge.connection.lost',
      'session_badge.message.shown alert alert #pay > div > p:nth-of-type(2)',
      'session_badge.request.failed POST /breaks/pay',
    ]);
    const [back] = of('pay').filter(({ eventName }) => eventName == events.CONNECTION_BACK);
    for (const { eventName: event, time, arrived } of of('pay')) {
      // What is shown is looked for as soon as the page has the time.
      if (event != events.MESSAGE_SHOWN) assert.ok(time <= back!.time, `${event} at ${time}, back at ${back!.time}`);
      assert.ok(arrived >= backAt, `${event} arrived ${backAt - arrived} ms before`);
    }
  });

  test('a page that hangs: how long it took to show what the click did', () => {
    const [slow, ...more] = of('bundle');
    assert.deepEqual(more, []);
    if (!hasEventTiming) return assert.equal(slow, undefined);
    assert.equal(tell(slow!), 'session_badge.interaction.slow button #bundle > button');
    assert.match(String(slow!.attributes[names.INTERACTION_TYPE]), /^(pointer|mouse|click)/);
    assert.ok(Number(slow!.attributes[names.DURATION]) >= 2_900, String(slow!.attributes[names.DURATION]));
  });

  test('a button without effect: which', () => {
    assert.deepEqual(toldOf('compare'), ['session_badge.click.dead button #compare > button']);
  });

  test('and nothing else, also not of the buttons that worked; all of it of one session and one release', () => {
    assert.deepEqual(toldOf('nothing'), []);
    assert.equal(new Set(all.map(({ sessionId }) => sessionId)).size, 1);
    assert.equal(new Set(all.map(({ attributes }) => attributes[names.RECORD_UID])).size, all.length);
    // What the list loads is no request of the page's.
    assert.ok(!JSON.stringify(all).includes('/breaks/log'));
  });

  test('stands in the list of the page', () => {
    const wrong = all
      .filter(({ severityNumber }) => severityNumber >= WARN)
      .map(({ eventName }) => eventName.replace('session_badge.', ''));
    const kinds = listed.map((line) => line.split(' ', 1)[0]!);
    assert.deepEqual([...new Set(kinds)].sort(), [...new Set(wrong)].sort());
    const [order] = listed.filter((line) => line.includes('/breaks/order'));
    assert.match(order!, /^request\.failed POST \/breaks\/order 503 \d+ ms 1$/);
  });
});

test('the page of what goes wrong moves nothing, and refuses nothing', { skip: currentEngine != 'chromium' }, async () => {
  const tab = await stage.browser.newTab();
  for (const query of ['', '?lang=nl', '?dir=rtl']) {
    await tab.goto(`${stage.url}/breaks${query}`);
    await tab.waitFor(shownId);
    await tab.waitFor(() => document.querySelector('iframe')!.contentDocument!.querySelector('tbody tr'));
    assert.deepEqual(await shifts(tab), [], query);
  }
});

test('the address of the trail takes what the own pages send, and nothing of others', async () => {
  const send = async (headers: Record<string, string> = {}) => {
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...headers } };
    return (await fetch(`${stage.url}/v1/logs`, init)).status;
  };
  assert.equal(await send(), 200);
  assert.equal(await send({ origin: 'http://evil.test' }), 403);
  assert.equal((await fetch(`${stage.url}/breaks/log`)).status, 204);
});
