import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, test } from 'node:test';
import { currentEngine } from '../support/open-browser.ts';
import { inSoak, useOrigins } from '../support/origins.ts';
import {
  badgeSession,
  BLANK,
  brief,
  changes,
  idAfter,
  LISTEN,
  listeningPage,
  quiet,
  renew,
  SECOND,
  shownId,
  stored,
  toldBy,
  TROUBLES,
} from '../support/session-stories.ts';
import { page } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';

declare global {
  /** How many listeners on window and document, and how many intervals, there are. */
  var leaks: () => { listeners: number; intervals: number };
  /** From now on this tab keeps what it gets: the lock, or the transaction. Whether it has it. */
  var hold: boolean;
  var isHolding: boolean;
  var opened: Window | null;
  /** How often the listeners of the page were called. */
  var calls: number;
}

/** A script that counts what is left behind. */
const LEAKS = `<script>
let listeners = 0;
const intervals = new Set();
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
const isGlobal = (target) => target == null || target == window || target == document;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  if (isGlobal(this)) {
    listeners++;
    options?.signal?.addEventListener('abort', () => listeners--);
  }
  return add.call(this ?? window, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (...rest) {
  if (isGlobal(this)) listeners--;
  return remove.apply(this ?? window, rest);
};
const { setInterval: set, clearInterval: clear } = window;
window.setInterval = (...rest) => {
  const timer = set(...rest);
  intervals.add(timer);
  return timer;
};
window.clearInterval = (timer) => (intervals.delete(timer), clear(timer));
leaks = () => ({ listeners, intervals: intervals.size });
</script>`;

/** A script by which a tab can keep the arbiter for itself: before the engine has done its work in there, or after that. */
const HOLD = (when: 'before' | 'after') => `<script>
hold = isHolding = false;
const keep = () => (isHolding = true, new Promise(() => {}));
if (navigator.locks) {
  // On the prototype: WebKit may forget what is put on navigator.locks itself.
  const { request } = LockManager.prototype;
  LockManager.prototype.request = function (name, ...rest) {
    const work = rest.pop();
    return request.call(this, name, ...rest, async (lock) => {
      if (hold && '${when}' == 'before') await keep();
      const result = await work(lock);
      if (hold) await keep();
      return result;
    });
  };
}
const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...rest) {
  const result = transaction.apply(this, rest);
  if (hold) {
    isHolding = true;
    // A transaction lives as long as there are requests in it.
    const spin = () => (result.objectStore(result.objectStoreNames[0]).get('nothing').onsuccess = spin);
    spin();
  }
  return result;
};
</script>`;

const BADGE = '<session-id-badge></session-id-badge>';

/** A page that listens in a bad way. */
const badListener = (body: string) =>
  listeningPage(
    '',
    `${TROUBLES}<script type="module">
import { getSessionManager } from '/dist/cdn.js';
const manager = getSessionManager();
globalThis.calls = 0;
manager.onChange((change) => { const put = (value) => (document.cookie = 'diagnostic_session=' + value + '; Path=/'); ${body} });
manager.onChange(() => calls++);
</script>`,
  );

/** The deeds of listeners, by what they do. */
const DEEDS = {
  'throws on every change': 'throw new Error("of a listener");',
  'begins a new session on every change': 'manager.renew();',
  'signs the customer out on every change': "manager.renew('logout');",
  'asks for the ID on every change': 'manager.getSessionId();',
  'writes an ID of its own on every change': "put('from-a-listener-1');",
  'writes the previous ID back on every change': 'if (change.previous) put(change.previous.id);',
  'writes garbage on every change': "put('undefined');",
  'deletes the cookie on every change': "put('; Max-Age=0');",
  'deletes all storage on every change': 'localStorage.clear(); sessionStorage.clear();',
} as const;
const deedNames = Object.keys(DEEDS) as (keyof typeof DEEDS)[];

/** Tells the server that the badge has had time, and in which state the page was then. */
const REPORT = `<script type="module">
await customElements.whenDefined('session-id-badge');
await new Promise((later) => setTimeout(later, 500));
fetch('/report', { method: 'POST', body: JSON.stringify({ prerendering: document.prerendering, told, cookie: document.cookie, session: document.querySelector('session-id-badge').session }) });
</script>`;

const speculation = `<script type="speculationrules">{ "prerender": [{ "urls": ["/prerendered"], "eagerness": "immediate" }] }</script>`;

/** What prerendered pages have reported. */
const reports: { prerendering?: boolean; told: unknown[]; cookie: string; session: unknown }[] = [];

async function takeReport(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  reports.push(JSON.parse(Buffer.concat(parts).toString()));
  return '';
}

const routes = {
  '/': listeningPage('', TROUBLES),
  '/tab': listeningPage('persistence="tab"', TROUBLES),
  '/hold-before': listeningPage('', HOLD('before')),
  '/hold-after': listeningPage('', HOLD('after')),
  '/three': page(`<main>${BADGE}${BADGE}</main><footer>${BADGE}</footer>`, LISTEN + TROUBLES + LEAKS),
  '/blank': BLANK,
  '/speculating': `${BLANK}${speculation}<a href="/prerendered">on</a>`,
  '/prerendered': listeningPage('', TROUBLES + REPORT),
  '/report': takeReport,
  ...Object.fromEntries(deedNames.map((name, i) => [`/listener/${i}`, badListener(DEEDS[name])])),
};

const stage = useOrigins(routes);
const { secureAndPlain, newTab, openTabs, clear } = stage;
afterEach(async () => {
  reports.length = 0;
  await clear();
});

const deleteCookie = (tab: Tab) => tab.evaluate(() => void (document.cookie = 'diagnostic_session=; Path=/; Max-Age=0'));

/** The cookie holds one ID, the facts are whole and about it, and nothing else of ours is there. */
async function assertWhole(tab: Tab, id: string): Promise<void> {
  const [cookie, facts] = await tab.evaluate(() => [document.cookie, localStorage['session-id-badge']]);
  assert.equal(cookie, `diagnostic_session=${id}`);
  assert.ok(facts === undefined || JSON.parse(facts).diagnostic_session.tag == id.slice(-4), facts);
}

for (const { name, url, isSecureContext } of secureAndPlain) {
  /** So many looks of a page: by events, or once a second. */
  const looks = (count: number) => quiet(count * (isSecureContext ? 100 : 1100));

  if (isSecureContext)
    describe('badges that come and go', () => {
      test('three badges, each connected again 50 times and moved: nothing is told, nothing is left behind', async () => {
        const tab = await newTab(`${url()}/three`);
        const id = await tab.waitFor(shownId);
        await tab.waitFor(() => globalThis.told.length >= 3);
        const before = await tab.evaluate(() => globalThis.leaks());
        await tab.evaluate(async () => {
          const badges = [...document.querySelectorAll('session-id-badge')];
          const [main, footer] = [document.querySelector('main')!, document.querySelector('footer')!];
          for (let i = 0; i < 50; i++) {
            for (const badge of badges) {
              badge.remove();
              // At once, after a microtask, after a task.
              if (i % 3 == 1) await null;
              if (i % 3 == 2) await new Promise((later) => setTimeout(later));
              (i % 2 ? main : footer).prepend(badge);
              badge.parentNode!.append(badge);
            }
          }
          // As React's StrictMode: mounted, unmounted, mounted.
          const fresh = document.createElement('session-id-badge');
          main.append(fresh);
          fresh.remove();
          main.append(fresh);
          await fresh.updateComplete;
          fresh.remove();
        });
        await quiet(300);
        const told = await toldBy(tab);
        // Three badges, and the fourth, which was gone before its turn or told it once.
        assert.ok(told.length <= 4, JSON.stringify(told));
        assert.ok(told.every((one) => one.id == id && one.sequence == 1));
        assert.deepEqual(await tab.evaluate(() => globalThis.leaks()), before);
        assert.equal(await tab.evaluate(shownId), id);

        await deleteCookie(tab);
        const again = await changes(tab, told.length + 3);
        const next = await tab.waitFor(shownId);
        assert.notEqual(next, id);
        assert.deepEqual(
          again.slice(told.length),
          Array(3).fill({ id: next, previous: id, reason: 'cookie-reset', source: 'this-tab', sequence: 2 }),
        );
        assert.deepEqual(await tab.evaluate(() => globalThis.leaks()), before);
        assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
      });

      test('no badge is left on the page: the session goes on, and the next badge has it', async () => {
        const tab = await newTab(`${url()}/`);
        const id = await tab.waitFor(shownId);
        await changes(tab, 1);
        await tab.evaluate(() => document.querySelector('session-id-badge')!.remove());
        await quiet(100);
        await tab.evaluate(() => document.body.append(document.createElement('session-id-badge')));
        assert.equal(await tab.waitFor(shownId), id);
        assert.deepEqual(
          (await changes(tab, 2)).map((told) => [told.id, told.sequence]),
          [
            [id, 1],
            [id, 1],
          ],
        );
      });
    });

  if (isSecureContext)
    describe('another window', () => {
      for (const path of ['/', '/tab']) {
        test(`opened by script from ${path}, as a duplicated tab with its storage: the same ID`, async () => {
          const tab = await newTab(url() + path);
          const { id } = await tab.waitFor(badgeSession);
          await changes(tab, 1);
          try {
            await tab.evaluate((path) => void (globalThis.opened = window.open(path)), path);
            const session = await tab.waitFor(() => {
              const badge = globalThis.opened?.document.querySelector('session-id-badge');
              return (badge as HTMLElementTagNameMap['session-id-badge'] | null)?.session;
            });
            assert.equal(session.id, id);
            const told = await tab.waitFor(() => {
              const { told } = globalThis.opened as unknown as typeof globalThis;
              return told.length ? told : null;
            });
            assert.deepEqual(told.map(brief), ['resume outside']);
            assert.equal((await toldBy(tab)).length, 1);
          } finally {
            await tab.evaluate(() => globalThis.opened?.close());
          }
        });
      }

      test('a tab that is closed and opened again: the same ID', async () => {
        const [[tab, stays], id] = await openTabs(`${url()}/`, 2);
        await tab!.close();
        const again = await newTab(`${url()}/`);
        assert.equal(await again.waitFor(shownId), id);
        assert.equal(await stays!.waitFor(shownId), id);
        assert.deepEqual((await changes(again, 1)).map(brief), ['resume outside']);
      });
    });

  describe(`listeners on ${name}`, () => {
    deedNames.forEach((deed, i) => {
      // Where there are no events one is enough: they take long there.
      if (!isSecureContext && deed != 'deletes the cookie on every change') return;
      (isSecureContext && /throws|begins|deletes the cookie|previous/.test(deed) ? test : inSoak)(
        `one that ${deed}: the others still hear, and there is no endless loop`,
        async () => {
          const tab = await newTab(`${url()}/listener/${i}`);
          await tab.waitFor(badgeSession);
          await changes(tab, 1);
          // As often as what goes wrong at each look is let go wrong.
          await looks(5);
          await renew(tab);
          await looks(2);
          const [told, calls] = await tab.evaluate(() => [globalThis.told, globalThis.calls] as const);
          const most = {
            'throws on every change': 2,
            'asks for the ID on every change': 2,
            'deletes all storage on every change': 2,
            // One nested one each.
            'begins a new session on every change': 4,
            'signs the customer out on every change': 4,
            'writes an ID of its own on every change': 4,
            'writes the previous ID back on every change': 2,
            // Three, then memory; each may be followed by what `renew()` makes.
            'writes garbage on every change': 5,
            'deletes the cookie on every change': 5,
          }[deed];
          assert.ok(told.length >= 2 && told.length <= most, JSON.stringify(told));
          assert.equal(calls, told.length, 'the listener after it hears every change');
          const { id } = await tab.waitFor(badgeSession);
          assert.equal(told.at(-1)!.id, id);
          await looks(1);
          assert.equal((await toldBy(tab)).length, told.length, 'all is quiet');
          assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
        },
      );
    });
  });

  describe(`tabs that go away on ${name}`, () => {
    for (const when of ['before', 'after'] as const) {
      (isSecureContext ? test : inSoak)(
        `one that is closed while it holds the arbiter, ${when} it has decided: the others go on`,
        async (t) => {
          const [tabs, first] = await openTabs(`${url()}/`, 2);
          const holder = await newTab(`${url()}/hold-${when}`);
          await holder.waitFor(shownId);
          await holder.evaluate(() => {
            globalThis.hold = true;
            void document.querySelector('session-id-badge')!.manager!.renew();
          });
          await holder.waitFor(() => globalThis.isHolding);
          await deleteCookie(holder);
          const begin = performance.now();
          await holder.close();
          await Promise.all(tabs.map((tab) => tab.waitFor(idAfter, { argument: first })));
          const took = Math.round(performance.now() - begin);
          t.diagnostic(`after ${took} ms`);
          // The design says one second; the rest is for a busy machine.
          assert.ok(took < 3 * SECOND, `${took}`);
          // The one that was closed may have written an ID before that, which was then deleted: two changes in a row.
          await looks(2);
          // Without events a hidden page looks when it comes to the front.
          if (!isSecureContext) for (const tab of tabs) await tab.front();
          const ids = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
          assert.equal(new Set(ids).size, 1, `${ids}`);
          for (const tab of tabs) {
            const told = await changes(tab, 2);
            assert.equal(told.at(-1)!.id, ids[0]);
            assert.ok(told.length <= 3, JSON.stringify(told));
            assert.equal(await tab.waitFor(shownId), ids[0]);
          }
          await assertWhole(tabs[0]!, ids[0]!);
          const next = await newTab(`${url()}/`);
          assert.equal(await next.waitFor(shownId), ids[0]);
        },
      );
    }

    (isSecureContext ? inSoak : test)(
      'closed and reloaded at any moment of a reset: the others end on one ID, and so does the next page',
      async () => {
        const [tabs, first] = await openTabs(`${url()}/`, 4);
        let dead = first;
        for (let round = 0; round < 4; round++) {
          const delays = [Math.random() * 60, Math.random() * 60].map(Math.round) as [number, number];
          const what = `round ${round}, ${delays}`;
          const [gone] = tabs.splice(1, 1);
          await tabs[0]!.evaluate(() => localStorage.removeItem('session-id-badge'));
          await deleteCookie(tabs[round % 3]!);
          await Promise.all([
            quiet(delays[0]).then(() => gone!.close()),
            quiet(delays[1]).then(() => tabs[1]!.evaluate(() => void location.reload())),
          ]);
          const ids = await Promise.all(
            tabs.map((tab) =>
              tab.waitFor(
                (dead) => {
                  const id = document.querySelector('session-id-badge')?.session?.id;
                  return id != dead && document.cookie == `diagnostic_session=${id}` ? id : undefined;
                },
                // On a busy machine a round takes WebKit seven seconds.
                { argument: dead, timeout: 30_000 },
              ),
            ),
          );
          tabs.push(await newTab(`${url()}/`));
          ids.push(await tabs.at(-1)!.waitFor(shownId));
          assert.equal(new Set(ids).size, 1, `${what}: ${ids}`);
          dead = ids[0]!;
          await assertWhole(tabs[0]!, dead);
        }
      },
    );
  });
}

describe('prerendering', () => {
  const skip = currentEngine != 'chromium' && `${currentEngine} does not prerender`;
  const url = () => stage.plain.url;

  /** A page that has had another one prerendered, with its badge. */
  async function prerender(): Promise<Tab> {
    const tab = await newTab(`${url()}/speculating`);
    await tab.waitFor(() => document.readyState == 'complete');
    for (const end = Date.now() + 10_000; !reports.length; await quiet(50))
      assert.ok(Date.now() < end, 'nothing is prerendered');
    return tab;
  }

  test('nothing is made, written or told; the session starts when the page is shown', { skip }, async () => {
    const tab = await prerender();
    assert.deepEqual(reports, [{ prerendering: true, told: [], cookie: '', session: null }]);
    assert.deepEqual(await tab.evaluate(stored), []);
    await tab.evaluate(() => document.querySelector('a')!.click());
    const id = await tab.waitFor(shownId);
    assert.deepEqual(await changes(tab, 1), [{ id, previous: null, reason: 'start', source: 'this-tab', sequence: 1 }]);
    const activation = await tab.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
        activationStart: number;
      })[];
      return [entry!.activationStart, Math.round(globalThis.toldAt[0]! - performance.timeOrigin - entry!.activationStart)];
    });
    assert.ok(activation[0]! > 0, 'it is the prerendered page');
    assert.ok(activation[1]! < 1000, `no hang: ${activation}`);
    assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
  });

  test('a prerendered page that is never shown leaves nothing behind', { skip }, async () => {
    const tab = await prerender();
    await tab.goto(`${url()}/blank`);
    await quiet(300);
    assert.deepEqual(await tab.evaluate(stored), []);
  });

  test('another tab begins a session meanwhile: the page is shown with that', { skip }, async () => {
    const [[other], dead] = await openTabs(`${url()}/`, 1);
    const tab = await prerender();
    assert.deepEqual(
      reports.map(({ told, session }) => [told, session]),
      [[[], null]],
    );
    await renew(other!, 'logout');
    const id = await other!.waitFor(shownId);
    assert.notEqual(id, dead);
    await tab.evaluate(() => document.querySelector('a')!.click());
    assert.equal(await tab.waitFor(shownId), id);
    assert.deepEqual(await changes(tab, 1), [{ id, previous: null, reason: 'resume', source: 'outside', sequence: 1 }]);
    assert.equal((await toldBy(other!)).length, 2);
  });
});
