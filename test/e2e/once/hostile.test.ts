import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { currentEngine } from '../../support/open-browser.ts';
import { inSoak, isSoak, none, useOrigins } from '../../support/origins.ts';
import {
  badgeSession,
  BLANK,
  brief,
  changes,
  listeningPage,
  quiet,
  renew,
  shownId,
  toldBy,
  TROUBLES,
  WRITES,
} from '../../support/session-stories.ts';
import type { Tab } from '../../support/tab.ts';

const OWN = /^[0-9a-hjkmnp-tv-z]{16}$/;

/** What takes something away from a page before the badge loads, by name. */
const BLOCKS = {
  'cookies that are switched off': `
    Object.defineProperty(document, 'cookie', { get: () => '', set() {} });
    globalThis.cookieStore && (CookieStore.prototype.getAll = async () => []);`,
  'a document.cookie that throws': `
    const no = () => { throw new DOMException('no cookies here', 'SecurityError'); };
    Object.defineProperty(document, 'cookie', { get: no, set: no });
    globalThis.cookieStore && (CookieStore.prototype.getAll = async () => []);`,
  'a document.cookie that holds what only this page sees': `
    const jar = new Map();
    Object.defineProperty(document, 'cookie', {
      get: () => [...jar].map((pair) => pair.join('=')).join('; '),
      set: (cookie) => jar.set(...cookie.split(';')[0].split('=')),
    });
    globalThis.cookieStore && (CookieStore.prototype.getAll = async () => []);`,
  'storage that throws when it is only looked at': `
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get() { throw new DOMException('no ' + name, 'SecurityError'); } });`,
  'locks and a cookieStore that throw when they are only looked at': `
    for (const [owner, name] of [[navigator, 'locks'], [window, 'cookieStore']])
      Object.defineProperty(owner, name, { get() { throw new DOMException('no ' + name, 'SecurityError'); } });`,
  'locks and databases that refuse': `
    if (navigator.locks) LockManager.prototype.request = () => Promise.reject(new DOMException('no locks', 'SecurityError'));
    IDBFactory.prototype.open = () => { throw new DOMException('no databases', 'SecurityError'); };`,
  'a quota that is full': `
    for (const name of ['localStorage', 'sessionStorage']) {
      const real = window[name];
      const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
      const proxy = new Proxy(real, {
        get: (_, key) => (key == 'setItem' ? full : typeof real[key] == 'function' ? real[key].bind(real) : real[key]),
        set: full,
        defineProperty: full,
      });
      Object.defineProperty(window, name, { get: () => proxy });
    }`,
  'a cookieStore that rejects everything': `
    for (const method of ['get', 'getAll', 'set', 'delete'])
      globalThis.cookieStore && (CookieStore.prototype[method] = () => Promise.reject(new DOMException('no', 'UnknownError')));`,
} as const;

const ALL: (keyof typeof BLOCKS)[] = [
  'a document.cookie that throws',
  'storage that throws when it is only looked at',
  'locks and a cookieStore that throw when they are only looked at',
];

/** What never answers, by name. */
const HANGS = {
  locks: `if (navigator.locks) LockManager.prototype.request = () => new Promise(() => {});`,
  databases: `IDBFactory.prototype.open = () => new EventTarget();`,
  cookieStore: `globalThis.cookieStore && (CookieStore.prototype.getAll = CookieStore.prototype.get = () => new Promise(() => {}));`,
} as const;

const without = (script: string) =>
  listeningPage('', `${TROUBLES}<script>{ ${script} }</script>`).replace(
    '</body>',
    '<script>document.title = "at work"</script>$&',
  );

/** In an opaque origin, which tells the page around it what it has. */
const FRAME = listeningPage(
  '',
  `${TROUBLES}<script>
  addEventListener('session-change', ({ detail }) => setTimeout(() => {
    const badge = document.querySelector('session-id-badge');
    parent.postMessage({ ...detail.session, shown: badge.shadowRoot.querySelector('[part=id]').textContent, troubles }, '*');
  }, 200));
</script>`,
);

const numbered = (prefix: string, pages: readonly string[]) =>
  Object.fromEntries(pages.map((text, i) => [`${prefix}${i}`, text]));
const blockNames = Object.keys(BLOCKS) as (keyof typeof BLOCKS)[];
const hangNames = Object.keys(HANGS) as (keyof typeof HANGS)[];

const badgePage = listeningPage('', TROUBLES + WRITES);
const routes = {
  '/': badgePage,
  '/a/page': badgePage,
  '/domain': listeningPage('cookie-domain="shop.test"', TROUBLES + WRITES),
  '/blank': BLANK,
  '/a/blank': BLANK,
  '/secure': { headers: { 'set-cookie': 'diagnostic_session=left-by-https-1; Path=/; Secure' }, body: BLANK },
  '/frame': FRAME,
  '/framed': `${BLANK}<script>addEventListener('message', ({ data }) => (frame = data))</script><iframe sandbox="allow-scripts" src="/frame"></iframe>`,
  '/everything': without(ALL.map((name) => `{ ${BLOCKS[name]} }`).join('\n')),
  ...numbered(
    '/block/',
    blockNames.map((name) => without(BLOCKS[name])),
  ),
  ...numbered(
    '/hang/',
    hangNames.map((name) => without(HANGS[name])),
  ),
};

declare global {
  /** What the framed page has told. */
  var frame: { id: string; persistence: string; shown: string; troubles: string[] } | undefined;
  /** Set by a value that runs as markup. */
  var hacked: boolean | undefined;
}

const stage = useOrigins(routes, ['shop.test', 'www.shop.test']);
const { secureAndPlain, newTab, clear } = stage;
afterEach(clear);

const setCookies = (tab: Tab, ...cookies: string[]): Promise<void> =>
  tab.evaluate((all) => all.forEach((cookie) => (document.cookie = `diagnostic_session=${cookie}`)), cookies);

const FOREIGN = 'abcd1234efgh5678';

/** Each with a part by which it can be recognised. */
const HOSTILE: readonly [what: string, value: string, trace: string][] = [
  ['4 kB', 'x'.repeat(4000), 'xxxxxxxxxxxxxxxxxxxx'],
  ['markup', '<img/src=x/onerror=hacked=true>', 'onerror'],
  ['a line of a log', 'abc\n2026-11-23 ERROR forged', 'forged'],
  ['undefined', 'undefined', 'undefined'],
  ['an object', '[object Object]', '[object'],
  ['percent garbage', '%00%zz%E0%A4%A%0d%0aSet-Cookie:x', '%zz'],
  ['quotes', '"abcd1234efgh5678"', '"abcd1234efgh5678"'],
  ['nothing', '', 'diagnostic_session=;'],
  ['too little', 'abc', '=abc;'],
  ['letters of other scripts', 'сессия-абвгдежз', 'сессия'],
];

for (const { name, url, isSecureContext } of secureAndPlain) {
  /** Where the kind of origin makes no difference, one of them is enough. */
  const onOne = isSecureContext ? test : none;
  const onOneInSoak = isSecureContext ? inSoak : none;

  /** A look of every page, at least: by events, or once a second. */
  const looks = () => quiet(isSecureContext ? 300 : 1200);

  describe(`hostile values on ${name}`, () => {
    onOne('at a page load: a new session for `invalid`, and the value is nowhere', async () => {
      const tab = await newTab(`${url()}/blank`);
      for (const [what, value, trace] of HOSTILE) {
        await tab.goto(`${url()}/blank`);
        // Again and again: Firefox may show an empty page first.
        await tab.waitFor(() => (localStorage.clear(), true));
        await setCookies(tab, '; Path=/; Max-Age=0', `${value}; Path=/`);
        // A browser may refuse it, or take it up to the first line break; then there is nothing hostile to find.
        const left = /diagnostic_session=([^;]*)/.exec(await tab.evaluate(() => document.cookie))?.[1];
        if (left === undefined) continue;
        const from = stage.plain.requests.length;
        await tab.goto(`${url()}/`);
        const id = await tab.waitFor(shownId);
        assert.match(id, OWN, what);
        const told = await changes(tab, 1);
        // An empty cookie may be taken for none.
        if (!left) assert.match(told.map(brief).join(), /^(start|invalid) this-tab$/);
        else assert.deepEqual(told, [{ id, previous: null, reason: 'invalid', source: 'this-tab', sequence: 1 }], what);
        const seen = await tab.evaluate(() =>
          [
            // Ours alone: WebKit makes a second cookie of what follows a line break.
            ...document.cookie.split('; ').flatMap((pair) => (pair.startsWith('diagnostic_session=') ? `${pair};` : [])),
            document.querySelector('session-id-badge')!.shadowRoot!.innerHTML,
            ...Object.values(localStorage),
            ...Object.values(sessionStorage),
            ...globalThis.said,
            ...globalThis.troubles,
          ].join('\n'),
        );
        assert.ok(!seen.includes(trace), `${what}: ${seen}`);
        assert.equal(await tab.evaluate(() => globalThis.hacked), undefined);
        for (const request of stage.plain.requests.slice(from)) assert.ok(!request.path.includes(trace), what);
      }
    });

    test('in open tabs: one new session for `invalid`, with no word of the value', async () => {
      const tabs = [await newTab(`${url()}/`), await newTab(`${url()}/`)];
      const first = await tabs[1]!.waitFor(shownId);
      await Promise.all(tabs.map((tab) => changes(tab, 1)));
      await setCookies(tabs[1]!, '<img/src=x/onerror=hacked=true>; Path=/');
      const all = await Promise.all(tabs.map((tab) => changes(tab, 2)));
      const [id, other] = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
      assert.equal(id, other);
      assert.notEqual(id, first);
      for (const told of all)
        assert.deepEqual({ ...told[1], source: '' }, { id, previous: null, reason: 'invalid', source: '', sequence: 2 });
      for (const tab of tabs) {
        assert.deepEqual(await tab.evaluate(() => [...globalThis.said, ...globalThis.troubles]), []);
        assert.equal(await tab.evaluate(() => globalThis.hacked), undefined);
      }
    });

    onOne("another tool's value is an ID like any other", async () => {
      const tab = await newTab(`${url()}/blank`);
      await setCookies(tab, `${FOREIGN}; Path=/`);
      await tab.goto(`${url()}/`);
      assert.equal(await tab.waitFor(shownId), FOREIGN);
      assert.deepEqual(await changes(tab, 1), [
        { id: FOREIGN, previous: null, reason: 'resume', source: 'outside', sequence: 1 },
      ]);
      const { startedAt } = (await tab.evaluate(badgeSession))!;
      assert.ok(startedAt === null || Math.abs(startedAt - Date.now()) < 60_000, `${startedAt}`);
      await tab.reload();
      assert.equal(await tab.waitFor(shownId), FOREIGN);
      assert.equal((await tab.evaluate(badgeSession))!.startedAt, startedAt);
    });
  });

  describe(`two cookies of our name on ${name}`, () => {
    const A = 'of-the-path-1';
    const B = 'of-the-root-1';

    /** Both cookies, then a tab on each path, the one under /a first. Nothing must change after that. */
    async function openBoth(path: string, root: string) {
      const deep = await newTab(`${url()}/a/blank`);
      await setCookies(deep, `${path}; Path=/a`, ...(root ? [`${root}; Path=/`] : []));
      await deep.goto(`${url()}/a/page`);
      const id = await deep.waitFor(shownId);
      await changes(deep, 1);
      const top = await newTab(`${url()}/`);
      const topId = await top.waitFor(shownId);
      await changes(top, 1);
      await deep.front();
      await looks();
      const counts = async () => [await toldBy(deep), await toldBy(top)].map((told) => told.length);
      const writes = async () => [await deep.evaluate(() => writes.length), await top.evaluate(() => writes.length)];
      const before = [await counts(), await writes()];
      await top.front();
      await looks();
      assert.deepEqual([await counts(), await writes()], before, 'no ping-pong');
      return { deep, top, id, topId };
    }

    onOne('both valid: each path has its first one', async () => {
      const { deep, top, id, topId } = await openBoth(A, B);
      assert.deepEqual([id, topId], [A, B]);
      for (const tab of [deep, top]) assert.deepEqual((await toldBy(tab)).map(brief), ['resume outside']);
    });

    onOneInSoak('the first one is no ID: the second counts', async () => {
      const { deep, id, topId } = await openBoth('undefined', B);
      assert.deepEqual([id, topId], [B, B]);
      assert.deepEqual((await toldBy(deep)).map(brief), ['resume outside']);
    });

    onOneInSoak(
      'the second one is no ID: the first counts, and the path that sees only the second one begins a session',
      async () => {
        const { deep, top, id, topId } = await openBoth(A, '<b>');
        assert.equal(id, A);
        assert.match(topId, OWN);
        assert.deepEqual((await toldBy(deep)).map(brief), ['resume outside']);
        assert.deepEqual((await toldBy(top)).map(brief), ['invalid this-tab']);
      },
    );

    onOneInSoak('neither is an ID: one new session', async () => {
      const { deep, top, id, topId } = await openBoth('undefined', '<b>');
      assert.match(id, OWN);
      assert.equal(topId, id);
      assert.deepEqual((await toldBy(deep)).map(brief), ['invalid this-tab']);
      assert.deepEqual((await toldBy(top)).map(brief), ['resume outside']);
    });

    for (const root of isSecureContext ? [B, ''] : ['']) {
      test(`a logout where ${root ? 'both hold' : 'only the deeper one holds'} an ID: the dead ones do not come back`, async () => {
        const { deep, top, id: dead, topId: deadTop } = await openBoth(A, root);
        assert.equal(dead, A);
        await deep.front();
        await renew(deep, 'logout');
        const id = await deep.waitFor(shownId);
        assert.match(id, OWN);
        assert.deepEqual((await changes(deep, 2))[1], {
          id,
          previous: dead,
          reason: 'logout',
          source: 'this-tab',
          sequence: 2,
        });
        await top.front();
        await top.waitFor((wanted) => document.querySelector('session-id-badge')?.session?.id == wanted, { argument: id });
        for (const tab of [deep, top]) {
          for (const path of ['/a/page', '/', '/a/page']) {
            await tab.goto(url() + path);
            assert.equal(await tab.waitFor(shownId), id, path);
            const cookie = await tab.evaluate(() => document.cookie);
            assert.ok(!cookie.includes(dead) && !cookie.includes(deadTop), cookie);
          }
        }
      });
    }
  });

  describe(`something is blocked on ${name}`, () => {
    blockNames.forEach((what, i) => {
      // On plain http there is less to block.
      if (!isSecureContext) return;
      inSoak(`${what}: the badge shows an ID, and nothing goes wrong in the page`, async () => {
        const tab = await newTab(`${url()}/block/${i}`);
        const { id } = await tab.waitFor(badgeSession);
        assert.match(id, OWN);
        assert.deepEqual((await changes(tab, 1)).map(brief), ['start this-tab']);
        await tab.waitFor(
          (id) => document.querySelector('session-id-badge')!.shadowRoot!.querySelector('[part=id]')!.textContent == id,
          { argument: id },
        );
        await renew(tab, 'logout');
        assert.deepEqual((await changes(tab, 2)).map(brief), ['start this-tab', 'logout this-tab']);
        await looks();
        assert.equal((await toldBy(tab)).length, 2);
        assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
        const said = await tab.evaluate(() => globalThis.said);
        assert.ok(
          said.length <= 1 && said.every((text) => text.startsWith('warn session-id-badge: cookie ')),
          JSON.stringify(said),
        );
        assert.equal(await tab.evaluate(() => document.title), 'at work');
      });
    });

    test('everything is blocked: an ID in memory', async () => {
      const tab = await newTab(`${url()}/everything`);
      const { id, persistence } = await tab.waitFor(badgeSession);
      assert.equal(persistence, 'memory');
      assert.match(id, OWN);
      await quiet(1200);
      assert.deepEqual((await changes(tab, 1)).map(brief), ['start this-tab']);
      await renew(tab);
      assert.deepEqual((await changes(tab, 2)).map(brief), ['start this-tab', 'renew this-tab']);
      assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
      assert.deepEqual(await tab.evaluate(() => globalThis.said), [
        'warn session-id-badge: cookie "diagnostic_session" ignored: using memory\nhttps://npmjs.com/package/session-id-badge#hints',
      ]);
      assert.equal(await tab.evaluate(() => document.title), 'at work');
    });

    onOne('a sandboxed frame of an opaque origin: an ID in memory', async () => {
      const tab = await newTab(`${url()}/framed`);
      const { id, shown, persistence, troubles } = await tab.waitFor(() => globalThis.frame);
      assert.match(id, OWN);
      assert.equal(shown, id);
      assert.equal(persistence, 'memory');
      assert.deepEqual(troubles, []);
      assert.equal(await tab.evaluate(() => document.cookie), '');
    });

    hangNames.forEach((what, i) => {
      if (isSecureContext != (what != 'databases')) return;
      (what == 'locks' ? inSoak : test)(`${what} that never answer: a session after some seconds`, async (t) => {
        const tab = await newTab(`${url()}/hang/${i}`);
        const { id } = await tab.waitFor(badgeSession);
        assert.match(id, OWN);
        const [told, ...more] = await changes(tab, 1);
        assert.equal(brief(told!), 'start this-tab');
        assert.deepEqual(more, []);
        const took = await tab.evaluate(() => Math.round(globalThis.toldAt[0]! - performance.timeOrigin));
        t.diagnostic(`after ${took} ms`);
        assert.ok(took < 6000, `${took}`);
        assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
      });
    });
  });
}

describe('a Secure cookie of our name', () => {
  const phantom =
    currentEngine != 'chromium' &&
    `${currentEngine} shows script a cookie that it has refused, and has no cookieStore there to ask`;
  test('left by https: on http the session is kept in the tab, which is said once', { skip: phantom }, async () => {
    const secure = await newTab(`${stage.secure.at('shop.test')}/secure`);
    assert.match(await secure.evaluate(() => document.cookie), /left-by-https-1/);
    const tab = await newTab(`${stage.plain.at('shop.test')}/`);
    const { id, persistence } = await tab.waitFor(badgeSession);
    assert.equal(persistence, 'tab');
    assert.match(id, OWN);
    assert.deepEqual((await changes(tab, 1)).map(brief), ['start this-tab']);
    await quiet(2200);
    assert.equal((await toldBy(tab)).length, 1);
    assert.deepEqual(await tab.evaluate(() => globalThis.said), [
      'warn session-id-badge: cookie "diagnostic_session" ignored: using tab\nhttps://npmjs.com/package/session-id-badge#hints',
    ]);
    await tab.reload();
    assert.equal((await tab.waitFor(badgeSession)).id, id);
    assert.deepEqual((await changes(tab, 1)).map(brief), ['resume outside']);
    await secure.goto(`${stage.secure.at('shop.test')}/`);
    assert.equal(await secure.waitFor(shownId), 'left-by-https-1');
  });

  inSoak('left by https, and back there: its ID is still the one, whatever http did', async () => {
    const secure = await newTab(`${stage.secure.at('shop.test')}/`);
    const id = await secure.waitFor(shownId);
    const tab = await newTab(`${stage.plain.at('shop.test')}/`);
    await tab.waitFor(badgeSession);
    await renew(tab);
    await quiet(1200);
    const counts = [await toldBy(tab), await toldBy(secure)].map((told) => told.length);
    assert.deepEqual(counts, [2, 1]);
    await secure.reload();
    assert.equal(await secure.waitFor(shownId), id);
  });
});

for (const [scheme, site] of [
  ['http', () => stage.plain],
  ['https', () => stage.secure],
] as const) {
  const isSecure = scheme == 'https';
  (isSecure ? inSoak : test)(
    `subdomains on ${scheme}, a cookie of the host beside one of the domain: nobody writes when all is quiet`,
    async () => {
      const www = () => site().at('www.shop.test');
      const host = await newTab(`${www()}/`);
      await host.waitFor(shownId);
      const apex = await newTab(`${site().at('shop.test')}/domain`);
      await apex.waitFor(shownId);
      const domain = await newTab(`${www()}/domain`);
      await domain.waitFor(badgeSession);
      const tabs = [host, apex, domain];
      await quiet(500);
      assert.equal((await domain.evaluate(() => document.cookie)).match(/diagnostic_session/g)?.length, 2, 'side by side');

      /** All settle within some looks, and then nothing is written or told, whichever tab is in front. */
      async function assertQuiet(): Promise<void> {
        const state = () =>
          Promise.all(
            tabs.map((tab) => tab.evaluate(() => [globalThis.writes.length, globalThis.told.length, globalThis.said.length])),
          );
        const lookEach = async () => {
          for (const tab of tabs) {
            await tab.front();
            await quiet(isSecure ? 300 : 1100);
          }
        };
        await lookEach();
        const before = await state();
        await lookEach();
        assert.deepEqual(await state(), before);
        for (const tab of tabs) {
          const [id, cookie] = await tab.evaluate(() => [
            document.querySelector('session-id-badge')!.session!.id,
            document.cookie,
          ]);
          assert.ok(cookie!.includes(id!), `${id} is in ${cookie}`);
          assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
        }
      }
      await assertQuiet();
      for (const tab of isSoak ? tabs : [domain]) {
        await renew(tab);
        await assertQuiet();
      }
    },
  );
}
