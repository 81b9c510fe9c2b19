/** One browser for all files of `npm test`, one after the other: to start one costs as much as ten tests. */
import type { Engine, PuppeteerBrowser, WebKitBrowser } from '../../tools/browsers.mjs';
import { Browser, EMPTY } from './browser.ts';
import { PuppeteerDriver } from './puppeteer-driver.ts';
import { WebKitDriver } from './webkit-driver.ts';

/** The names that a shared browser has for this machine. */
const HOSTS = ['shop.test', 'www.shop.test'];

/** Set by `npm test`: the browser that its files share, one after the other. */
const SHARED = 'SHARED_BROWSER';

/** Starts a browser for several files: what their environment needs to find it, and how it ends. */
export async function shareBrowser(
  engine: Engine,
  browser: PuppeteerBrowser | WebKitBrowser,
): Promise<{ env: Record<string, string>; stop(): Promise<void> }> {
  const { at, stop } = await (engine == 'webkit'
    ? WebKitDriver.share(browser as WebKitBrowser, HOSTS)
    : PuppeteerDriver.share(engine, browser as PuppeteerBrowser, HOSTS));
  return { env: { [SHARED]: JSON.stringify({ engine, at }) }, stop };
}

// A second browser of one file is there to be another one.
let isTaken = false;

/** The shared browser, unless it is none or not as a file has to leave it. */
export async function joinSharedBrowser(engine: Engine): Promise<Browser | undefined> {
  const shared = JSON.parse(process.env[SHARED] ?? '{}');
  if (shared.engine != engine || isTaken) return undefined;
  isTaken = true;
  try {
    const driver = await (engine == 'webkit' ? WebKitDriver.join(shared.at) : PuppeteerDriver.join(engine, shared.at));
    const tabs = await driver.tabs();
    const odd = tabs.filter(({ url }) => url != EMPTY);
    if (odd.length) {
      await driver.close();
      throw new Error(`pages left open: ${odd.map(({ url }) => url)}`);
    }
    return new Browser(
      engine,
      driver,
      tabs.map(({ tab }) => tab),
    );
  } catch (error) {
    console.log(`a browser for this file alone: ${error}`);
    return undefined;
  }
}
