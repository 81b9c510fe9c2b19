/** What the stories of the demo shop are told on: the shop, and a browser that is cleared between them. */
import { after, afterEach, before } from 'node:test';
import { startShop, type Running } from '../../demo/server.ts';
import type { Browser } from './browser.ts';
import { openBrowser } from './open-browser.ts';
import type { Tab } from './tab.ts';

/** Both are there once the tests run. */
export interface ShopStage {
  readonly browser: Browser;
  readonly url: string;
  /** The same shop as another origin, without a secure context. */
  readonly plainUrl: string;
  readonly warehouseUrl: string;
  readonly deskUrl: string;
}

/** Starts the shop and the browser for the tests of the file that calls it. `clears`: after each of them. */
export function useShop({ clears = true } = {}): ShopStage {
  let browser: Browser;
  let shop: Running;
  before(async () => {
    shop = await startShop({ port: 0 });
    browser = await openBrowser(undefined, { hosts: ['shop.test'] });
  });
  // Every page of the shop has a badge, also the one for an unknown address.
  if (clears) afterEach(() => browser.clear('/favicon.svg'));
  after(async () => {
    await browser.close();
    await shop.close();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return shop.url;
    },
    get plainUrl() {
      return shop.url.replace('localhost', 'shop.test');
    },
    get warehouseUrl() {
      return shop.warehouseUrl;
    },
    get deskUrl() {
      return shop.deskUrl;
    },
  };
}

/** Logs a customer in, in a shop's tab. */
export async function logIn(tab: Tab, url: string): Promise<void> {
  await tab.goto(`${url}/account`);
  await tab.click('#name');
  await tab.type('Ann');
  await tab.press('Enter');
  await tab.waitFor(() => !!document.querySelector('session-id-badge[signed-in="true"]'));
}
