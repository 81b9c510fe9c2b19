import axe from 'axe-core';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import type { SessionIdBadge } from '../../../src/index.ts';
import { fillClipboard, readClipboard } from '../../support/clipboard.ts';
import { useShop } from '../../support/shop.ts';
import type { Tab } from '../../support/tab.ts';

const stage = useShop();

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}
type Kind = 'attributes' | 'slots' | 'cssParts' | 'cssStates' | 'cssProperties' | 'events';

/** What the published manifest says of the badge, read anew. */
async function manifest(): Promise<Record<Kind, Described[]>> {
  const text = await readFile(new URL('../../../custom-elements.json', import.meta.url), 'utf8');
  const { modules } = JSON.parse(text) as { modules: { declarations: (Record<Kind, Described[]> & { tagName?: string })[] }[] };
  return modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName == 'session-id-badge')!;
}

/** Runs in the page. The ID in the frame, once its badge shows it and its HTML stands beside it. */
const playgroundId = () => {
  const badge = document.querySelector('iframe')!.contentDocument!.querySelector('session-id-badge')!;
  const text = badge.shadowRoot!.querySelector('[part=id]')!.textContent;
  return document.querySelector('#markup')!.textContent && badge.session?.id == text ? text : '';
};

const shopId = () => document.querySelector<SessionIdBadge>('footer session-id-badge')!.session?.id;

async function openDocs(query = ''): Promise<Tab> {
  const tab = await stage.browser.newTab(`${stage.url}/docs${query}`);
  await tab.waitFor(playgroundId);
  await logged(tab, 1);
  return tab;
}

interface Told {
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

/** What the log says, the newest first, once it says so much. */
const logged = (tab: Tab, least: number): Promise<Told[]> =>
  tab.waitFor(
    (count) => {
      const lines = [...document.querySelectorAll('[role=log] li')];
      if (lines.length < count) return;
      return lines.map((line) => ({
        type: line.querySelector('b')!.textContent!,
        detail: JSON.parse(line.querySelector('code')!.textContent!) as Record<string, unknown>,
      }));
    },
    { argument: least },
  );

/** Chooses or fills in, as a visitor does who then goes on. */
const set = (tab: Tab, name: string, value: string) =>
  tab.evaluate(
    ([control, to]) => {
      const element = document.querySelector('form')!.elements.namedItem(control!) as HTMLInputElement;
      element.value = to!;
      for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
    },
    [name, value],
  );

/** The attributes of the badge in the frame, and those of the HTML that is shown, read as a page would read it. */
const attributesOf = (tab: Tab) =>
  tab.evaluate(() => {
    const read = (badge: Element) => Object.fromEntries([...badge.attributes].map(({ name, value }) => [name, value]));
    const shown = new DOMParser().parseFromString(document.querySelector('#markup')!.textContent!, 'text/html');
    return {
      there: read(document.querySelector('iframe')!.contentDocument!.querySelector('session-id-badge')!),
      shown: [...shown.body.children].map((element) => ({ tag: element.localName, ...read(element) })),
      style: shown.querySelector('style')?.textContent,
    };
  });

/** When the document in the frame began: another one, another time. */
const documentOf = () => document.querySelector('iframe')!.contentWindow!.performance.timeOrigin;

const freshDocument = (tab: Tab, before: number) =>
  tab.waitFor(
    (origin) => {
      const { contentWindow, contentDocument } = document.querySelector('iframe')!;
      return (
        contentWindow!.performance.timeOrigin != origin &&
        contentDocument!.readyState == 'complete' &&
        contentDocument!.querySelector('session-id-badge')!.session
      );
    },
    { argument: before },
  );

/** Made here and called in the page, whose policy would not let it be made there. */
const violations = new Function(
  'selector',
  `${axe.source};
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return axe.run(document.querySelector(selector), { runOnly, iframes: false, resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)));`,
) as (selector: string) => Promise<string[]>;

describe('the playground', () => {
  test('has all that the manifest knows, explained in its words', async () => {
    const known = await manifest();
    const tab = await openDocs('?lang=nl');
    const seen = await tab.evaluate(() => {
      const explained = (element: Element) =>
        document.getElementById(element.getAttribute('aria-describedby')!)!.textContent!.replaceAll(/\s+/g, ' ').trim();
      return {
        controls: [...document.querySelectorAll<HTMLInputElement>('#attributes :is(input, select)')].map((element) => ({
          name: element.name,
          label: element.labels![0]!.textContent!.trim(),
          kind:
            element.localName == 'select'
              ? [...(element as unknown as HTMLSelectElement).options].map(({ value }) => value)
              : element.type,
          text: explained(element),
          lang: element.closest('.control')!.querySelector('.hint')!.getAttribute('lang'),
        })),
        properties: [...document.querySelectorAll<HTMLInputElement>('#properties input')].map(({ name }) => name),
        tables: [...document.querySelectorAll('.reference')].map((table) =>
          [...table.querySelectorAll('tbody th code:first-child')].map(({ textContent }) => textContent),
        ),
        lang: document.documentElement.lang,
      };
    });
    assert.equal(seen.lang, 'nl');
    assert.deepEqual(
      seen.controls.map(({ name }) => name),
      known.attributes.map(({ name }) => name),
    );
    for (const { name, type, description = '' } of known.attributes) {
      const { label, kind, text, lang } = seen.controls.find((control) => control.name == name)!;
      assert.deepEqual([label, lang], [name, 'en']);
      assert.ok(text.startsWith(description.replaceAll('`', '').replaceAll(/\s+/g, ' ')), `${name}: ${text}`);
      const literals = [...(type?.text ?? '').matchAll(/'(\w+)'/g)].map(([, literal]) => literal);
      if (literals.length && name != 'lang') assert.deepEqual(kind, ['', ...literals], name);
    }
    const kindOf = (name: string) => seen.controls.find((control) => control.name == name)!.kind;
    assert.deepEqual(kindOf('signed-in'), ['', 'true', 'false']);
    assert.equal(kindOf('feedback-duration'), 'number');
    assert.equal(kindOf('support-href'), 'text');
    assert.equal(kindOf('lang').length, 1 + 18);
    const namesOf = (kind: Kind) => known[kind].map(({ name }) => name);
    assert.deepEqual(seen.properties, namesOf('cssProperties'));
    assert.deepEqual(seen.tables, (['slots', 'cssParts', 'cssStates', 'cssProperties', 'events'] as const).map(namesOf));
  });

  test('shows at once what a badge follows, and tells what it tells', async () => {
    const tab = await openDocs();
    const shop = await tab.waitFor(shopId);
    const id = await tab.waitFor(playgroundId);
    assert.notEqual(id, shop);
    const begun = await tab.evaluate(documentOf);
    await set(tab, 'signed-in', 'true');
    await set(tab, 'signed-in', 'false');
    const [logout, start] = await logged(tab, 2);
    assert.equal(logout!.type, 'session-change');
    assert.deepEqual([start!.detail.reason, logout!.detail.reason, logout!.detail.source], ['start', 'logout', 'this-tab']);
    assert.equal((logout!.detail.previous as { id: string }).id, id);

    await fillClipboard(stage.browser, 'something else');
    await tab.evaluate(() => {
      const badge = document.querySelector('iframe')!.contentDocument!.querySelector('session-id-badge')!;
      badge.shadowRoot!.querySelector<HTMLElement>('[part=copy-button]')!.focus();
    });
    await tab.press('Enter');
    const [copy] = await logged(tab, 3);
    const next = await tab.evaluate(playgroundId);
    assert.deepEqual(copy, { type: 'session-id-copy', detail: { ok: true, method: 'clipboard', id: next, text: next } });
    assert.equal(await readClipboard(stage.browser), next);
    assert.equal(await tab.evaluate(documentOf), begun);
    assert.equal(await tab.evaluate(shopId), shop);
  });

  test('has buttons for what befalls sessions, and logs the last fifty', async () => {
    const tab = await openDocs();
    const shop = await tab.waitFor(shopId);
    for (const [button, reason] of [
      ['log-out', 'logout'],
      ['renew', 'renew'],
      ['delete', 'cookie-reset'],
    ] as const) {
      const { length } = await logged(tab, 1);
      await tab.click(`#playground-${button}`);
      assert.equal((await logged(tab, length + 1))[0]!.detail.reason, reason);
    }
    assert.equal(await tab.evaluate(shopId), shop);

    const sequence = await tab.evaluate(async () => {
      const { manager } = document.querySelector('iframe')!.contentDocument!.querySelector('session-id-badge')!;
      for (let i = 0; i < 50; i++) await manager!.renew();
      return new Promise<number>((last) => manager!.onChange((change) => last(change.sequence)));
    });
    await tab.waitFor((newest) => document.querySelector('[role=log] code')!.textContent!.includes(`"sequence":${newest}}`), {
      argument: sequence,
    });
    assert.equal((await logged(tab, 50)).length, 50);
  });

  test('shows the HTML of the very badge, whatever is typed', async () => {
    const tab = await openDocs();
    const values = {
      'support-href': 'mailto:help@shop.example?subject={session-id}&body=" onclick="alert(1)',
      'app-version': '</session-id-badge><script>alert(1)</script>',
      'feedback-duration': '3000',
      'copy-format': 'report',
      lang: 'he',
    };
    for (const [name, value] of Object.entries(values)) await set(tab, name, value);
    await set(tab, '--session-id-badge-gap', '2em');
    await set(tab, '--session-id-badge-id-font', '"</style><script>alert(1)</script>"');
    const seen = await attributesOf(tab);
    assert.deepEqual(seen.there, { cookie: 'playground_session', ...values });
    assert.deepEqual(seen.shown, [{ tag: 'session-id-badge', ...seen.there }]);
    assert.match(seen.style!, /session-id-badge \{\s+--session-id-badge-gap: 2em;\s+--session-id-badge-id-font: "\\3c /);
    const gap = () => {
      const badge = document.querySelector('iframe')!.contentDocument!.querySelector('session-id-badge')!;
      return getComputedStyle(badge).getPropertyValue('--session-id-badge-gap');
    };
    assert.equal(await tab.evaluate(gap), '2em');

    await fillClipboard(stage.browser, 'something else');
    await tab.click('#copy-markup');
    await tab.waitFor(() => document.querySelector('.stage [role=status]')!.textContent);
    assert.equal(await readClipboard(stage.browser), await tab.evaluate(() => document.querySelector('#markup')!.textContent));

    for (const name of Object.keys(values)) await set(tab, name, '');
    assert.deepEqual((await attributesOf(tab)).there, { cookie: 'playground_session' });
  });

  test('takes a fresh document for what counts from the start, and leaves the shop its session', async () => {
    const tab = await openDocs();
    const shop = await tab.waitFor(shopId);
    const stored = await tab.evaluate(() => localStorage['session-id-badge']);
    let before = await tab.evaluate(documentOf);
    await set(tab, 'app-version', '1.0');
    await set(tab, 'theme', 'dark');
    for (const [name, value] of [
      ['max-duration', '30m'],
      ['cookie', 'playground_other'],
      ['persistence', 'memory'],
    ] as const) {
      await set(tab, name, value);
      await freshDocument(tab, before);
      before = await tab.evaluate(documentOf);
    }
    await tab.waitFor(() => document.querySelector('#markup')!.textContent!.includes('memory'));
    const { there, shown } = await attributesOf(tab);
    assert.deepEqual(there, {
      'app-version': '1.0',
      cookie: 'playground_other',
      'max-duration': '30m',
      persistence: 'memory',
    });
    assert.deepEqual(shown, [{ tag: 'session-id-badge', ...there }]);
    // What consent takes out of the browser is the playground's.
    await tab.waitFor(() => !document.cookie.includes('playground_other'));
    await tab.waitFor(() => !Object.keys(localStorage).includes('playground session-id-badge'));
    const left = await tab.evaluate(() => ({
      cookie: /diagnostic_session=(\w+)/.exec(document.cookie)?.[1],
      stored: localStorage['session-id-badge'],
      kept: document.querySelector<SessionIdBadge>('footer session-id-badge')!.session!.persistence,
      theme: document.querySelector('iframe')!.contentDocument!.body.dataset.theme,
    }));
    assert.deepEqual(left, { cookie: shop, stored, kept: 'cookie', theme: 'dark' });

    // The shop's own cookies cannot be named.
    await set(tab, 'persistence', '');
    await freshDocument(tab, before);
    await set(tab, 'cookie', 'diagnostic_session');
    await tab.waitFor(
      () =>
        document.querySelector('iframe')!.contentDocument?.querySelector<SessionIdBadge>('[cookie=playground_session]')
          ?.session,
    );
    assert.equal(await tab.evaluate(shopId), shop);
  });

  test('shows the badge in the dark, from right to left, and where it is narrow', async () => {
    const tab = await openDocs();
    const look = () => {
      const frame = document.querySelector('iframe')!;
      const style = getComputedStyle(frame.contentDocument!.body);
      const badge = frame.contentDocument!.querySelector('session-id-badge')!;
      const [r] = /\d+/.exec(style.backgroundColor)!;
      return { isDark: Number(r) < 128, direction: getComputedStyle(badge).direction, width: frame.contentWindow!.innerWidth };
    };
    await set(tab, 'theme', 'light');
    const { width, ...light } = await tab.evaluate(look);
    assert.deepEqual(light, { isDark: false, direction: 'ltr' });
    assert.ok(width > 320);
    await set(tab, 'theme', 'dark');
    await set(tab, 'direction', 'rtl');
    await set(tab, 'width', 'narrow');
    const changed = { isDark: true, direction: 'rtl', width: 320 };
    assert.deepEqual(await tab.evaluate(look), changed);
    const before = await tab.evaluate(documentOf);
    await set(tab, 'max-duration', '1h');
    await freshDocument(tab, before);
    assert.deepEqual(await tab.evaluate(look), changed);
  });
});

test('the frame believes nothing that the manifest does not know', async () => {
  const tab = await stage.browser.newTab();
  const asked = {
    onclick: 'alert(1)',
    style: 'color: red',
    class: 'x',
    'copy-format': 'both',
    'signed-in': 'perhaps',
    'feedback-duration': '-1',
    lang: 'tlh',
    cookie: 'shop_login',
    'session-id': 'a\nb',
    trail: 'x'.repeat(201),
    'app-version': '"><script>document.title = "taken"</script>',
  };
  const query = new URLSearchParams({
    badge: String(new URLSearchParams(asked)),
    theme: '" x="',
    direction: '"><b>',
    lang: 'xx',
  });
  await tab.goto(`${stage.url}/docs/badge?${query}`);
  await tab.waitFor(() => document.querySelector('session-id-badge')!.session);
  const seen = await tab.evaluate(() => ({
    badge: Object.fromEntries(
      [...document.querySelector('session-id-badge')!.attributes].map(({ name, value }) => [name, value]),
    ),
    body: [document.body.dir, document.body.dataset.theme, ...document.body.getAttributeNames()],
    scripts: [...document.scripts].map(({ src }) => new URL(src).pathname),
    title: document.title,
    cookies: document.cookie,
  }));
  assert.deepEqual(seen.badge, { cookie: 'playground_session', 'app-version': asked['app-version'] });
  assert.deepEqual(seen.body, ['ltr', 'system', 'dir', 'data-theme', 'data-events']);
  assert.deepEqual(seen.scripts, ['/assets/playground-frame.js', '/cdn/session-id-badge.js']);
  assert.doesNotMatch(seen.title, /taken/);
  assert.match(seen.cookies, /^playground_session=\w{16}$/);
});

describe('page and frame', () => {
  test('axe finds nothing against WCAG 2.2 AA', async () => {
    const tab = await openDocs();
    assert.deepEqual(await tab.evaluate(violations, 'main'), []);
    for (const query of ['', '?theme=dark', '?direction=rtl']) {
      await tab.goto(`${stage.url}/docs/badge${query}`);
      await tab.waitFor(() => document.querySelector('session-id-badge')!.session);
      assert.deepEqual(await tab.evaluate(violations, 'main'), [], query);
    }
  });

  test('keep the one policy of the shop', async () => {
    const tab = await openDocs();
    await tab.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      for (const page of [document, frame.contentDocument!])
        page.addEventListener('securitypolicyviolation', ({ blockedURI }) => (document.title = `refused: ${blockedURI}`));
    });
    await set(tab, '--session-id-badge-gap', '1em');
    await set(tab, 'lang', 'fr');
    await set(tab, 'signed-in', 'true');
    await tab.evaluate(() => {
      const badge = document.querySelector('iframe')!.contentDocument!.querySelector('session-id-badge')!;
      badge.shadowRoot!.querySelector<HTMLElement>('[part=info-button]')!.click();
    });
    await tab.waitFor(() =>
      document
        .querySelector('iframe')!
        .contentDocument!.querySelector('session-id-badge')!
        .shadowRoot!.querySelector('[part=info]')!
        .textContent!.trim(),
    );
    assert.doesNotMatch(await tab.evaluate(() => document.title), /refused/);
    for (const path of ['/docs', '/docs/badge']) {
      assert.equal((await fetch(stage.url + path)).headers.get('content-security-policy'), "default-src 'self'");
    }
  });
});
