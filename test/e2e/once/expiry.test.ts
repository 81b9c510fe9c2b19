import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { mintSessionId } from '../../../src/session/session-id.ts';
import { inSoak, none, useOrigins } from '../../support/origins.ts';
import {
  assertRenewedOnce,
  badgeSession,
  BLANK,
  brief,
  changes,
  CLOCK,
  HOUR,
  listeningPage,
  MINUTE,
  quiet,
  SECOND,
  setClocks,
  shownId,
  toldBy,
  TROUBLES,
} from '../../support/session-stories.ts';
import type { Tab } from '../../support/tab.ts';

const DAY = 24 * HOUR;

declare global {
  /** Sets the clocks of all tabs and lets each of them do something, all at the same moment. */
  var doInAllTabs: (what: 'click' | 'read', ahead: number) => void;
  /** What `getSessionId()` answered to `read`. */
  var answers: (string | null)[];
}

/** Acts at the word of one tab, which reaches all within some ms; timers in hidden tabs would not. */
const ALIGNED = `<script>
answers = [];
const channel = new BroadcastChannel('all tabs');
const work = (what, by) => {
  ahead = by;
  if (what == 'click') document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  else answers.push(document.querySelector('session-id-badge').manager.getSessionId());
};
channel.onmessage = ({ data }) => work(...data);
doInAllTabs = (...order) => (channel.postMessage(order), work(...order));
</script>`;

/** A page with something beside the badge to click on. */
const clockPage = (attributes = '', head = ''): string =>
  listeningPage(attributes, CLOCK + TROUBLES + head).replace('<body>', '<body><h1>Shop</h1><input>');

const routes = {
  '/': clockPage('', ALIGNED),
  '/idle': clockPage('inactivity-timeout="30m"'),
  '/short': clockPage('max-duration="2s"'),
  '/shortest': clockPage('max-duration="1ms"'),
  '/bad': clockPage('max-duration="soon" inactivity-timeout="-1"').replace(
    '</body>',
    '<session-id-badge max-duration="soon">$&',
  ),
  '/blank': BLANK,
};

const stage = useOrigins(routes);
const { secureAndPlain, newTab, openTabs, clear } = stage;
afterEach(clear);

/** Runs in the page: what a host's code gets that asks for the ID. */
const readId = () => document.querySelector('session-id-badge')!.manager!.getSessionId();

const COPY_BUTTON = ['session-id-badge', '[part=copy-button]'];

const putInCookie = (tab: Tab, value: string): Promise<void> =>
  tab.evaluate((id) => void (document.cookie = `diagnostic_session=${id}; Path=/`), value);

for (const { name, url, isSecureContext } of secureAndPlain) {
  /** Where the kind of origin makes no difference, one of them is enough. */
  const onOne = isSecureContext ? test : none;

  describe(`expiry on ${name}`, () => {
    test('8 tabs share an expired session and are all clicked at the same moment: one new ID', async () => {
      const [tabs, first] = await openTabs(`${url()}/`, 8);
      let dead = first;
      for (const round of [1, 2]) {
        await tabs[round]!.evaluate((ahead) => globalThis.doInAllTabs('click', ahead), round * 25 * HOUR);
        dead = await assertRenewedOnce(tabs, dead, 'expired', round + 1);
      }
    });

    onOne('4 tabs ask for an expired ID at the same moment: each gets another one at once, and all end on one', async () => {
      const [tabs, dead] = await openTabs(`${url()}/`, 4);
      await tabs[0]!.evaluate((ahead) => globalThis.doInAllTabs('read', ahead), 25 * HOUR);
      await Promise.all(tabs.map((tab) => changes(tab, 2)));
      const ids = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
      assert.equal(new Set(ids).size, 1, `one ID, not ${ids}`);
      // On a busy machine it is shown before all have told it.
      await Promise.all(tabs.map((tab) => tab.waitFor((id) => globalThis.told.at(-1)!.id == id, { argument: ids[0] })));
      for (const [i, told] of (await Promise.all(tabs.map(toldBy))).entries()) {
        const [answer] = await tabs[i]!.evaluate(() => globalThis.answers);
        assert.ok(answer && answer != dead, `${answer}`);
        const [, expired, adopted, ...more] = told;
        assert.deepEqual(
          { ...expired, source: '' },
          { id: answer, previous: dead, reason: 'expired', source: '', sequence: 2 },
        );
        if (answer == ids[0]) assert.equal(adopted, undefined, JSON.stringify(told));
        else
          assert.deepEqual(
            { ...adopted, source: '' },
            { id: ids[0], previous: answer, reason: 'adopted', source: '', sequence: 3 },
          );
        assert.deepEqual(more, []);
      }
    });

    onOne('a real click beside the badge, or a real key, ends an expired session; nothing inside the badge does', async () => {
      const [tabs, dead] = await openTabs(`${url()}/`, 2);
      const front = tabs[1]!;
      await front.evaluate(() => addEventListener('session-id-copy', ({ detail }) => (document.title = detail.text)));
      await setClocks(tabs, 25 * HOUR);
      // Neither coming to the front nor going there by keys is a use of the page.
      await tabs[0]!.front();
      await front.click(COPY_BUTTON);
      assert.equal(
        await front.waitFor((id) => document.title == id && id, { argument: dead }),
        dead,
        'what is shown is copied',
      );
      await front.evaluate(() => (document.title = ''));
      await front.press('Enter');
      await front.waitFor((id) => document.title == id, { argument: dead });
      await quiet(300);
      for (const tab of tabs) assert.equal((await toldBy(tab)).length, 1);
      assert.equal(await front.evaluate(shownId), dead);
      await front.click('h1');
      const second = await assertRenewedOnce(tabs, dead, 'expired');
      await setClocks(tabs, 50 * HOUR);
      await front.press('x');
      await assertRenewedOnce(tabs, second, 'expired', 3);
    });
  });
}

describe('expiry', () => {
  const url = () => stage.plain.url;

  test('a page load says that the session has expired, and which', async () => {
    const [[tab, other], dead] = await openTabs(`${url()}/`, 2);
    await setClocks([other!], 25 * HOUR);
    await tab!.goto(`${url()}/?ahead=${25 * HOUR}`);
    const id = await tab!.waitFor(shownId);
    assert.deepEqual(await changes(tab!, 1), [{ id, previous: dead, reason: 'expired', source: 'this-tab', sequence: 1 }]);
    assert.deepEqual((await changes(other!, 2))[1], {
      id,
      previous: dead,
      reason: 'expired',
      source: 'other-tab',
      sequence: 2,
    });
    await tab!.reload();
    assert.equal(await tab!.waitFor(shownId), id);
    assert.deepEqual((await changes(tab!, 1)).map(brief), ['resume outside']);
  });

  inSoak('a clock that jumps ahead in an open page: one renewal', async () => {
    const [[tab], dead] = await openTabs(`${url()}/`, 1);
    await setClocks([tab!], 25 * HOUR);
    const id = await tab!.evaluate(readId);
    assert.notEqual(id, dead);
    for (let i = 0; i < 5; i++) assert.equal(await tab!.evaluate(readId), id);
    await quiet(400);
    assert.deepEqual((await changes(tab!, 2)).map(brief), ['start this-tab', 'expired this-tab']);
    assert.equal(await tab!.waitFor(shownId), id);
  });

  test('a clock that goes two hours back: one renewal, in an open page and at a page load', async () => {
    const [[tab], dead] = await openTabs(`${url()}/`, 1);
    await setClocks([tab!], -2 * HOUR);
    const id = await tab!.evaluate(readId);
    assert.notEqual(id, dead);
    assert.equal(await tab!.evaluate(readId), id);
    assert.deepEqual((await changes(tab!, 2)).map(brief), ['start this-tab', 'expired this-tab']);
    await tab!.goto(`${url()}/?ahead=${-4 * HOUR}`);
    assert.deepEqual(
      (await changes(tab!, 1)).map(({ previous, ...told }) => [previous, brief({ previous, ...told })]),
      [[id, 'expired this-tab']],
    );
    const last = await tab!.waitFor(shownId);
    // And where it is set right again, that is only time gone by.
    await tab!.goto(`${url()}/`);
    assert.equal(await tab!.waitFor(shownId), last);
    assert.deepEqual((await changes(tab!, 1)).map(brief), ['resume outside']);
  });

  inSoak('a clock that changes by less than the tolerance, or by an hour to summer time: nothing', async () => {
    const [[tab], id] = await openTabs(`${url()}/`, 1);
    for (const ahead of [-9 * MINUTE, HOUR, 7 * HOUR, 23 * HOUR, 0]) {
      await setClocks([tab!], ahead);
      assert.equal(await tab!.evaluate(readId), id);
      await tab!.goto(`${url()}/?ahead=${ahead}`);
      assert.equal(await tab!.waitFor(shownId), id);
      assert.deepEqual((await changes(tab!, 1)).map(brief), ['resume outside'], `${ahead}`);
    }
  });

  inSoak('an own ID from the future has expired when the page loads; one from a slightly fast clock lives', async () => {
    const tab = await newTab(`${url()}/blank`);
    const future = mintSessionId(Date.now() + 11 * MINUTE);
    await putInCookie(tab, future);
    await tab.goto(`${url()}/`);
    const id = await tab.waitFor(shownId);
    assert.deepEqual(await changes(tab, 1), [{ id, previous: future, reason: 'expired', source: 'this-tab', sequence: 1 }]);
    const near = mintSessionId(Date.now() + 9 * MINUTE);
    await tab.goto(`${url()}/blank`);
    await putInCookie(tab, near);
    await tab.goto(`${url()}/`);
    assert.equal(await tab.waitFor(shownId), near);
    assert.deepEqual((await changes(tab, 1)).map(brief), ['resume outside']);
  });

  for (const [what, minutes] of [
    ['the future', 20],
    ['two days ago', -2 * 24 * 60],
  ] as const) {
    inSoak(`an ID from ${what} that somebody writes again and again under open pages: no endless loop`, async () => {
      const [tabs] = await openTabs(`${url()}/`, 2);
      const odd = mintSessionId(Date.now() + minutes * MINUTE);
      for (let i = 0; i < 6; i++) {
        await putInCookie(tabs[0]!, odd);
        await tabs[0]!.evaluate(readId);
        await quiet(150);
      }
      await quiet(300);
      const counts = await Promise.all(tabs.map((tab) => toldBy(tab).then((told) => told.length)));
      // Not more than one for what somebody wrote and one for the answer to it.
      for (const count of counts) assert.ok(count <= 13, `${counts}`);
      await quiet(400);
      assert.deepEqual(await Promise.all(tabs.map((tab) => toldBy(tab).then((told) => told.length))), counts, 'all is quiet');
      const shown = await Promise.all(tabs.map((tab) => tab.evaluate(badgeSession)));
      assert.equal(shown[0]!.id, shown[1]!.id);
    });
  }

  inSoak('facts in localStorage that are garbage rotate nothing, and break nothing', async () => {
    const [[tab], id] = await openTabs(`${url()}/`, 1);
    const tag = id.slice(-4);
    const garbage = [
      ...['', 'garbage', '{', 'null', '42', '"text"', '[]', '[1,2]', '{"tag":{}}'],
      ...['{}', '[]', 'null', '42', '"text"'].map((odd) => `{"diagnostic_session":${odd}}`),
      ...['null', '9007199254740992', '1e999', '-1', '"garbage"', '{}', '[]'].map(
        (odd) =>
          `{"diagnostic_session":{"tag":"${tag}","reason":${odd},"at":${odd},"active":${odd},"signedIn":${odd},"resets":${odd}}}`,
      ),
      `{"diagnostic_session":{"tag":"${tag}","at":9007199254740992,"active":9007199254740992,"resets":[9007199254740992,null,"x",{}]}}`,
    ];
    for (const facts of garbage) {
      await tab!.evaluate((text) => void (localStorage['session-id-badge'] = text), facts);
      await tab!.evaluate(readId);
      await tab!.goto(`${url()}/`);
      assert.equal(await tab!.waitFor(shownId), id, facts);
      await tab!.waitFor(() => globalThis.told.length);
      assert.deepEqual((await toldBy(tab!)).map(brief), ['resume outside'], facts);
      assert.deepEqual(await tab!.evaluate(() => globalThis.troubles), [], facts);
      assert.ok(Math.abs((await tab!.evaluate(badgeSession))!.startedAt! - Date.now()) < MINUTE, facts);
    }
  });

  inSoak("facts that are garbage about a server's ID do not let it live for ever", async () => {
    const tab = await newTab(`${url()}/blank`);
    for (const at of ['null', '9007199254740992', '1e999', '-1', '"garbage"']) {
      await tab.goto(`${url()}/blank`);
      await putInCookie(tab, 'from-the-server-1');
      await tab.evaluate(
        (at) => void (localStorage['session-id-badge'] = `{"diagnostic_session":{"tag":"er-1","at":${at},"active":${at}}}`),
        at,
      );
      await tab.goto(`${url()}/`);
      const { id, startedAt } = await tab.waitFor(badgeSession);
      assert.ok(startedAt === null || Math.abs(startedAt - Date.now()) < MINUTE, `${at}: ${startedAt}`);
      assert.equal((await changes(tab, 1)).length, 1, at);
      await setClocks([tab], 25 * HOUR);
      const next = await tab.evaluate(readId);
      assert.notEqual(next, id, at);
      assert.notEqual(next, 'from-the-server-1', at);
      assert.equal(await tab.evaluate(readId), next, at);
    }
  });

  test('a tab slept hidden for 26 hours, and the first thing that runs asks for the ID: it gets the new one at once', async () => {
    const [tabs, dead] = await openTabs(`${url()}/`, 2);
    const [hidden, front] = tabs as [Tab, Tab];
    await setClocks([front], 26 * HOUR);
    const { isHidden, id, session, known } = await hidden.evaluate((ahead) => {
      globalThis.ahead = ahead;
      const manager = document.querySelector('session-id-badge')!.manager!;
      const id = manager.getSessionId();
      const { session } = manager;
      return { isHidden: document.hidden, id, session, known: Math.abs(session!.startedAt! - Date.now()) };
    }, 26 * HOUR);
    assert.equal(isHidden, true);
    assert.notEqual(id, dead);
    assert.equal(session?.id, id);
    assert.ok(known <= SECOND, `${known}`);
    assert.deepEqual((await changes(hidden, 2))[1], { id, previous: dead, reason: 'expired', source: 'this-tab', sequence: 2 });
    assert.equal(await hidden.waitFor(shownId), id);
    assert.deepEqual((await changes(front, 2))[1], { id, previous: dead, reason: 'expired', source: 'other-tab', sequence: 2 });
  });

  inSoak('a short max-duration ends the session while the page is open, once for each time', async () => {
    const [[tab], first] = await openTabs(`${url()}/short`, 1);
    const second = await tab!.waitFor(
      (id) => {
        const now = document.querySelector('session-id-badge')!.manager!.getSessionId();
        return now != id && now;
      },
      { argument: first },
    );
    assert.deepEqual((await changes(tab!, 2)).map(brief), ['start this-tab', 'expired this-tab']);
    assert.equal(await tab!.waitFor(shownId), second);
  });

  inSoak('the shortest max-duration makes no loop', async () => {
    const tab = await newTab(`${url()}/shortest`);
    await tab.waitFor(badgeSession);
    await tab.evaluate(() => {
      const { manager } = document.querySelector('session-id-badge')!;
      manager!.onChange(() => manager!.getSessionId());
      manager!.subscribe(() => manager!.getSessionId());
    });
    await quiet(1500);
    assert.ok((await toldBy(tab)).length <= 4, JSON.stringify(await toldBy(tab)));
    assert.deepEqual(await tab.evaluate(() => globalThis.troubles), []);
  });

  inSoak('bad durations: one error for each, which names the value, and the session goes on', async () => {
    const [[tab], id] = await openTabs(`${url()}/bad`, 1);
    const errors = (await tab!.evaluate(() => globalThis.said)).filter((text) => text.startsWith('error'));
    assert.equal(errors.length, 2, JSON.stringify(errors));
    assert.ok(
      errors.some((text) => text.includes('"soon"')) && errors.some((text) => text.includes('"-1"')),
      JSON.stringify(errors),
    );
    await setClocks([tab!], 23 * HOUR);
    assert.equal(await tab!.evaluate(readId), id);
    await setClocks([tab!], 25 * HOUR);
    assert.notEqual(await tab!.evaluate(readId), id, 'the default counts');
  });
});

describe('inactivity', () => {
  const url = () => stage.plain.url;

  inSoak('ends nothing unless it is asked for, and leaves no trace then', async () => {
    const [[tab], id] = await openTabs(`${url()}/`, 1);
    const before = await tab!.evaluate(() => JSON.stringify(localStorage));
    await setClocks([tab!], 20 * HOUR);
    await tab!.click('h1');
    await quiet(200);
    assert.equal(await tab!.evaluate(readId), id);
    assert.equal(await tab!.evaluate(() => JSON.stringify(localStorage)), before);
  });

  inSoak('ends the session, by the clock and at a page load', async () => {
    const [[tab], first] = await openTabs(`${url()}/idle`, 1);
    await setClocks([tab!], 31 * MINUTE);
    const second = await tab!.evaluate(readId);
    assert.notEqual(second, first);
    assert.deepEqual((await changes(tab!, 2))[1], {
      id: second,
      previous: first,
      reason: 'expired',
      source: 'this-tab',
      sequence: 2,
    });
    assert.equal(await tab!.waitFor(shownId), second);
    await tab!.goto(`${url()}/idle?ahead=${62 * MINUTE}`);
    const third = await tab!.waitFor(shownId);
    assert.deepEqual(await changes(tab!, 1), [
      { id: third, previous: second, reason: 'expired', source: 'this-tab', sequence: 1 },
    ]);
  });

  test('a click or a key in the page keeps the session; a click in the badge does not', async () => {
    const [[tab], id] = await openTabs(`${url()}/idle`, 1);
    await setClocks([tab!], 20 * MINUTE);
    await tab!.click('h1');
    await setClocks([tab!], 40 * MINUTE);
    await tab!.waitFor((id) => document.querySelector('session-id-badge')!.manager!.getSessionId() == id, { argument: id });
    await tab!.press('x');
    await setClocks([tab!], 60 * MINUTE);
    assert.equal(await tab!.evaluate(readId), id);
    await tab!.click(COPY_BUTTON);
    await setClocks([tab!], 71 * MINUTE);
    assert.notEqual(await tab!.evaluate(readId), id);
    assert.deepEqual((await changes(tab!, 2)).map(brief), ['start this-tab', 'expired this-tab']);
  });

  test('activity in another tab keeps the session, and so does a page load', async () => {
    const [[idle, busy], id] = await openTabs(`${url()}/idle`, 2);
    await setClocks([idle!, busy!], 20 * MINUTE);
    await busy!.click('h1');
    await setClocks([idle!, busy!], 40 * MINUTE);
    assert.equal(await idle!.evaluate(readId), id);
    await busy!.goto(`${url()}/idle?ahead=${45 * MINUTE}`);
    assert.deepEqual((await changes(busy!, 1)).map(brief), ['resume outside']);
    await setClocks([idle!, busy!], 70 * MINUTE);
    assert.equal(await idle!.evaluate(readId), id);
    await setClocks([idle!, busy!], 76 * MINUTE);
    assert.notEqual(await idle!.evaluate(readId), id);
  });

  inSoak('a last activity that is garbage or in the far future does not keep the session for ever', async () => {
    for (const active of ['9007199254740992', '1e999', '"garbage"', String(Date.now() + 30 * DAY)]) {
      const [[tab], id] = await openTabs(`${url()}/idle`, 1);
      await tab!.evaluate((active) => {
        const facts = localStorage['session-id-badge'];
        const odd = facts.replace(/"active":\d+/, `"active":${active}`);
        if (odd == facts) throw new Error(`no activity in ${facts}`);
        localStorage['session-id-badge'] = odd;
      }, active);
      await tab!.goto(`${url()}/idle?ahead=${MINUTE}`);
      await tab!.waitFor(badgeSession);
      await tab!.goto(`${url()}/idle?ahead=${33 * MINUTE}`);
      const { id: next } = await tab!.waitFor(badgeSession);
      assert.notEqual(next, id, active);
      await clear();
    }
  });
});
