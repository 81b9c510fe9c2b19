/** What the stories of the session are told on: one site under every kind of origin, in one browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from './browser.ts';
import { openBrowser } from './open-browser.ts';
import { changes, shownId } from './session-stories.ts';
import { startSite, type Route, type Site } from './site.ts';
import type { Tab } from './tab.ts';

/** One of three that browsers treat differently. */
export interface Origin {
  readonly name: 'http://localhost' | 'https' | 'plain http';
  /** Without a slash at its end. Callable once the tests run. */
  url(): string;
  /** Whether the browser takes `Clear-Site-Data` from there, and has `cookieStore` and Web Locks. */
  readonly isSecureContext: boolean;
}

/** Everything but the origins is there once the tests run. */
export interface Stage {
  readonly origins: readonly Origin[];
  /** Without https, which to the engine is as http://localhost is. */
  readonly secureAndPlain: readonly Origin[];
  readonly browser: Browser;
  /** The site on http and on https, also under the names of `hosts`. */
  readonly plain: Site;
  readonly secure: Site;
  newTab(url?: string): Promise<Tab>;
  /** Opens tabs that have settled on one ID. */
  openTabs(url: string, count: number): Promise<[Tab[], string]>;
  /** For the end of a test: closes all tabs and forgets all cookies and storage. */
  clear(): Promise<void>;
}

/** Whether everything is told, on every origin, as `npm run test:soak` does. `npm test` has eight minutes. */
export const isSoak = !!process.env.SOAK;

/** In place of `test`: there is nothing to tell. */
export const none = (() => {}) as unknown as typeof test;

/** A story that a shorter one, a unit test or another origin comes close to. */
export const inSoak = isSoak ? test : none;

/** Starts the site, on http and on https, and the browser, for the tests of the file that calls it. */
export function useOrigins(routes: Record<string, Route>, hosts: readonly string[] = ['shop.test']): Stage {
  let browser: Browser;
  let plain: Site;
  let secure: Site;
  before(async () => {
    plain = await startSite({ routes });
    secure = await startSite({ routes, secure: true });
    browser = await openBrowser(undefined, { hosts });
  });
  after(async () => {
    await browser.close();
    plain.close();
    secure.close();
  });

  const origins: Origin[] = [
    { name: 'http://localhost', url: () => plain.url, isSecureContext: true },
    { name: 'https', url: () => secure.url, isSecureContext: true },
    { name: 'plain http', url: () => plain.at('shop.test'), isSecureContext: false },
  ];
  const newTab = (url?: string) => browser.newTab(url);

  async function openTabs(url: string, count: number): Promise<[Tab[], string]> {
    const tabs: Tab[] = [];
    for (let i = 0; i < count; i++) tabs.push(await newTab(url));
    const ids = await Promise.all(tabs.map((tab) => tab.waitFor(shownId)));
    assert.equal(new Set(ids).size, 1);
    await Promise.all(tabs.map((tab) => changes(tab, 1)));
    return [tabs, ids[0]!];
  }

  return {
    origins,
    secureAndPlain: origins.filter(({ name }) => name != 'https'),
    get browser() {
      return browser;
    },
    get plain() {
      return plain;
    },
    get secure() {
      return secure;
    },
    newTab,
    openTabs,
    clear: () => browser.clear(),
  };
}
