import { mock } from 'node:test';
import puppeteer from 'puppeteer-core';
import { WebDriver } from '../../tools/webkit/driver.ts';
import type { Browser } from './browser.ts';
import { openBrowser } from './open-browser.ts';

/**
 * A browser, and what its own "delete cookies" does: it deletes all of them, and no page has a part in it. Our `Browser`
 * keeps its driver to itself, so that this has to look over its shoulder when it starts.
 */
export async function openClearableBrowser(
  hosts: readonly string[],
): Promise<{ browser: Browser; clearCookies: () => Promise<void> }> {
  const launch = mock.method(puppeteer, 'launch');
  const start = mock.method(WebDriver, 'start');
  const browser = await openBrowser(undefined, { hosts });
  const launched = await launch.mock.calls[0]?.result;
  const driver = await start.mock.calls[0]?.result;
  launch.mock.restore();
  start.mock.restore();

  async function clearCookies(): Promise<void> {
    if (driver) return driver.command(driver.front, 'DELETE', '/cookie');
    if (browser.engine == 'firefox') return launched!.deleteCookie(...(await launched!.cookies()));
    const page = (await launched!.pages()).at(-1)!;
    const session = await page.createCDPSession();
    await session.send('Network.clearBrowserCookies');
    await session.detach();
  }
  return { browser, clearCookies };
}
