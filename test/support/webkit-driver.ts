import type { WebKitBrowser } from '../../tools/browsers.mjs';
import { WebDriver } from '../../tools/webkit/driver.ts';
import { startHostsProxy } from '../../tools/webkit/hosts-proxy.ts';
import { WebKitWindow } from '../../tools/webkit/window.ts';
import type { BrowserDriver } from './browser.ts';
import type { TabDriver } from './tab.ts';

/** WebKitGTK over WebDriver. Its session ends with its last window, so the first one stays, behind the others. */
export class WebKitDriver implements BrowserDriver {
  readonly #driver: WebDriver;
  readonly #stopProxy: () => void;

  static async start(browser: WebKitBrowser, hosts: readonly string[]): Promise<WebKitDriver> {
    const proxy = hosts.length ? await startHostsProxy() : undefined;
    return new WebKitDriver(await WebDriver.start(browser, { proxy: proxy?.address }), () => proxy?.stop());
  }

  private constructor(driver: WebDriver, stopProxy: () => void) {
    this.#driver = driver;
    this.#stopProxy = stopProxy;
  }

  newTab(): Promise<TabDriver> {
    return WebKitWindow.open(this.#driver);
  }

  /** Those that the page in front can have. */
  clearCookies(): Promise<void> {
    return this.#driver.command(this.#driver.front, 'DELETE', '/cookie');
  }

  async close(): Promise<void> {
    await this.#driver.stop();
    this.#stopProxy();
  }
}
