import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SessionIdBadge } from '../../../src/index.ts';
import { fillClipboard, readClipboard } from '../../support/clipboard.ts';
import { currentEngine } from '../../support/open-browser.ts';
import { useShop } from '../../support/shop.ts';
import type { Tab } from '../../support/tab.ts';

const stage = useShop();

/** What the badge of that row shows, or the one of the frame in it, as soon as it says so. */
const seen = ({ state, status }: { state: string; status: string }) => {
  const row = document.querySelector(`#${state}`)!;
  const badge = (row.querySelector('iframe')?.contentDocument ?? row).querySelector('session-id-badge')!;
  const part = (name: string) => badge.shadowRoot!.querySelector(`[part=${name}]`)!;
  // Pending, or there.
  if (part('id').textContent != (badge.session?.id ?? '') || part('status').textContent != status) return;
  if (!badge.session && !badge.source) return;
  return {
    states: ['pending', 'copied', 'copy-failed'].filter((name) => badge.matches(`:state(${name})`)),
    id: part('id').textContent,
    groups: part('id').childElementCount,
    selected: badge.ownerDocument.getSelection()!.rangeCount > 0,
  };
};

const rowOf = (tab: Tab, state: string, status = '') => tab.waitFor(seen, { argument: { state, status } });

const badgeIn = (state: string, selector: string) => [`#${state} session-id-badge`, selector] as const;

/** The text of what is found in the badge of that row, once it is there and visible. */
const textIn = (tab: Tab, state: string, selector: string) =>
  tab.waitFor(
    ([path, inside]) => {
      const found = document.querySelector(path)!.shadowRoot!.querySelector(inside);
      return found?.getBoundingClientRect().height ? found.textContent!.trim() : '';
    },
    { argument: badgeIn(state, selector) },
  );

for (const [name, url] of [
  ['http://localhost', () => stage.url],
  ['plain http', () => stage.plainUrl],
] as const) {
  test(`the states that come by themselves on ${name}`, async () => {
    const tab = await stage.browser.newTab(`${url()}/states`);
    const { id } = await rowOf(tab, 'settled');
    assert.equal(id.length, 16);
    const there = { states: [], id, groups: 4 };
    const none = { states: ['pending'], id: '', groups: 0 };
    const rows = {
      pending: await rowOf(tab, 'pending'),
      settled: await rowOf(tab, 'settled'),
      copied: await rowOf(tab, 'copied', 'Copied'),
      'not-copied': await rowOf(tab, 'not-copied', 'Not copied'),
      press: await rowOf(tab, 'press', 'Press Ctrl/⌘+C'),
      foreign: await rowOf(tab, 'foreign'),
    };
    assert.deepEqual(rows, {
      pending: { ...none, selected: false },
      settled: { ...there, selected: false },
      copied: { ...there, states: ['copied'], selected: false },
      'not-copied': { ...none, states: ['pending', 'copy-failed'], selected: false },
      press: { ...there, states: ['copy-failed'], selected: true },
      foreign: { states: [], id: 'abcd1234efgh5678', groups: 1, selected: false },
    });
  });
}

describe('the page of the states', () => {
  test('copies with a click, the report that has been seen, too', async () => {
    const tab = await stage.browser.newTab(`${stage.url}/states`);
    const { id } = await rowOf(tab, 'settled');
    await fillClipboard(stage.browser, 'something else');
    await tab.click(badgeIn('settled', 'button'));
    assert.deepEqual((await rowOf(tab, 'settled', 'Copied')).states, ['copied']);
    assert.equal(await readClipboard(stage.browser), id);

    await tab.click(badgeIn('report', '[part=info-button]'));
    const report = await textIn(tab, 'report', 'pre');
    assert.match(report, new RegExp(`^Session ID: ${id}\n`));
    assert.match(report, /4\.2\.0/);
    await tab.click(badgeIn('report', 'button'));
    await rowOf(tab, 'report', 'Copied');
    assert.equal(await readClipboard(stage.browser), report);
  });

  test('leads to support, opens the panel, and shows the earlier ID after a logout', async () => {
    const tab = await stage.browser.newTab(`${stage.url}/states`);
    const { id } = await rowOf(tab, 'settled');
    const href = await tab.evaluate(
      () =>
        document
          .querySelector('#support session-id-badge')!
          .shadowRoot!.querySelector<HTMLAnchorElement>('[part=support-link]')!.href,
    );
    assert.equal(href, `mailto:support@noordzee.example?subject=Session%20${id}`);

    await tab.click('#panel .shown > button');
    assert.match(await textIn(tab, 'panel', '#explanation'), /^This ID stands for your visit/);
    await tab.press('Escape');

    await tab.click('#earlier .shown > button');
    await tab.waitFor(
      (before) => {
        const now = document.querySelector<SessionIdBadge>('#earlier session-id-badge')!.session?.id;
        return now && now != before;
      },
      { argument: id },
    );
    await tab.click(badgeIn('earlier', '[part=info-button]'));
    assert.equal(await textIn(tab, 'earlier', '[part=info] bdi'), id);
  });

  test('speaks each language in its direction, and fits where it is narrow', async () => {
    const tab = await stage.browser.newTab(`${stage.url}/states`);
    await rowOf(tab, 'languages');
    const spoken = await tab.evaluate(async () => {
      const select = document.querySelector('select')!;
      const badge = document.querySelector<SessionIdBadge>('#languages session-id-badge')!;
      const said: string[] = [];
      for (const option of select.options) {
        option.selected = true;
        select.dispatchEvent(new Event('change'));
        // The badge hears of it a microtask later.
        await new Promise((later) => setTimeout(later));
        await badge.updateComplete;
        const { lang, innerText } = badge.shadowRoot!.querySelector<HTMLElement>('div[lang]')!;
        if (lang == option.lang && innerText) said.push(`${lang} ${getComputedStyle(badge).direction}`);
      }
      return said;
    });
    assert.equal(spoken.length, 18);
    assert.deepEqual(
      spoken.filter((one) => one.endsWith('rtl')),
      ['ar rtl', 'he rtl'],
    );
    assert.equal(await textIn(tab, 'right-to-left', '[part=label]'), 'מזהה הביקור');
    const sides = await tab.evaluate(() =>
      ['#right-to-left', '#narrow'].map((row) => {
        const badge = document.querySelector(`${row} session-id-badge`)!;
        const [label, id] = ['label', 'id'].map((name) =>
          badge.shadowRoot!.querySelector(`[part=${name}]`)!.getBoundingClientRect(),
        );
        const isInside = badge.getBoundingClientRect().right <= badge.parentElement!.getBoundingClientRect().right;
        return { isInside, isIdLeft: id!.right <= label!.left, isIdBelow: id!.top >= label!.bottom };
      }),
    );
    assert.deepEqual(sides, [
      { isInside: true, isIdLeft: true, isIdBelow: false },
      { isInside: true, isIdLeft: false, isIdBelow: true },
    ]);
  });
});

test('the badge shows the same session in other footers', async () => {
  const tab = await stage.browser.newTab(stage.url);
  const id = await tab.waitFor(() => document.querySelector('session-id-badge')!.session?.id);
  await tab.click('footer a[href="/looks"]');
  const shown = await tab.waitFor(() => {
    const frames = [...document.querySelectorAll('iframe')];
    const ids = frames.map(
      ({ contentDocument }) =>
        contentDocument?.querySelector('session-id-badge')?.shadowRoot?.querySelector('[part=id]')!.textContent,
    );
    return ids.length && ids.every(Boolean) && ids;
  });
  assert.deepEqual(shown, [id, id, id]);
});

test('states and footers keep the one policy of the shop', async () => {
  const tab = await stage.browser.newTab();
  for (const path of [
    '/states',
    '/states/copied',
    '/states/press',
    '/looks/bootstrap',
    '/looks/bootstrap-dark',
    '/looks/plain',
  ]) {
    await tab.goto(stage.url + path);
    await tab.waitFor(() => [...document.querySelectorAll('session-id-badge')].at(-1)!.session);
    const seen = await tab.evaluate(async () => {
      const violations: unknown[] = [];
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => violations.push(blockedURI));
      // Firefox does not keep those of before.
      if (globalThis.ReportingObserver) {
        const options = { types: ['csp-violation'], buffered: true };
        new ReportingObserver(
          (reports) => violations.push(...reports.map(({ body }) => JSON.stringify(body))),
          options,
        ).observe();
      }
      const badges = [...document.querySelectorAll('session-id-badge')];
      for (const { shadowRoot } of badges) shadowRoot!.querySelector<HTMLElement>('[part=info-button]')!.click();
      await new Promise((later) => setTimeout(later, 300));
      return { violations, policy: (await fetch(location.href)).headers.get('content-security-policy') };
    });
    assert.deepEqual(seen, { violations: [], policy: "default-src 'self'" }, `${currentEngine} ${path}`);
  }
});
