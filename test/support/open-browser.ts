import { ensureBrowsers, ENGINES, type Engine } from '../../tools/browsers.mjs';
import { exitOnSignals } from '../../tools/exit-on-signals.ts';
import { Browser, type BrowserDriver } from './browser.ts';
import { PuppeteerDriver } from './puppeteer-driver.ts';
import { joinSharedBrowser } from './shared-browser.ts';
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
 * A real browser without cookies and storage: the shared one, or one that is started. `hosts` are names that lead to this
 * machine: on http://localhost a page is a secure context, on http://shop.test it is not.
 */
export async function openBrowser(
  engine = currentEngine,
  { hosts = [] }: { hosts?: readonly string[] } = {},
): Promise<Browser> {
  return (await joinSharedBrowser(engine)) ?? new Browser(engine, await start(engine, hosts));
}
