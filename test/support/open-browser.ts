import { ensureBrowsers, ENGINES, type Engine } from '../../tools/browsers.mjs';
import { exitOnSignals } from '../../tools/exit-on-signals.ts';
import { Browser, type BrowserDriver } from './browser.ts';
import { PuppeteerDriver } from './puppeteer-driver.ts';
import { WebKitDriver } from './webkit-driver.ts';

exitOnSignals();

/** The engine that the environment variable ENGINE names: the stories are told once in each. */
export const currentEngine = (process.env.ENGINE ?? 'chromium') as Engine;

async function start(engine: Engine, hosts: readonly string[]): Promise<BrowserDriver> {
  if (!ENGINES.includes(engine)) throw new Error(`ENGINE: there is no ${engine}, only ${ENGINES.join(', ')}`);
  process.env.BROWSERS = engine;
  const { chromium, firefox, webkit } = await ensureBrowsers();
  if (webkit) return WebKitDriver.start(webkit, hosts);
  return chromium ? PuppeteerDriver.start('chromium', chromium, hosts) : PuppeteerDriver.start('firefox', firefox!, hosts);
}

/**
 * Starts a real browser with a fresh profile. `hosts` are names that lead to this machine: on http://localhost a page
 * is a secure context, on http://shop.test it is not.
 */
export async function openBrowser(
  engine = currentEngine,
  { hosts = [] }: { hosts?: readonly string[] } = {},
): Promise<Browser> {
  return new Browser(engine, await start(engine, hosts));
}
