import type { WebKitBrowser } from '../../tools/browsers.mjs';
import { WebDriver, type SharedSession } from '../../tools/webkit/driver.ts';
import { startHostsProxy } from '../../tools/webkit/hosts-proxy.ts';
import { WebKitWindow } from '../../tools/webkit/window.ts';
import type { BrowserDriver } from './browser.ts';
import type { TabDriver } from './tab.ts';

/** WebKitGTK over WebDriver. Its session ends with its last window, so the first one stays, behind the others. */
export class WebKitDriver implements BrowserDriver {
  readonly clearsAllCookies = false;
  readonly isShared: boolean;
  readonly #driver: WebDriver;
  readonly #stopProxy: () => void;

  static async start(browser: WebKitBrowser, hosts: readonly string[]): Promise<WebKitDriver> {
    const proxy = hosts.length ? await startHostsProxy() : undefined;
    return new WebKitDriver(await WebDriver.start(browser, { proxy: proxy?.address }), () => proxy?.stop());
  }

  /** Starts a browser for several files. */
  static async share(browser: WebKitBrowser, hosts: readonly string[]): Promise<{ at: SharedSession; stop(): Promise<void> }> {
    const driver = await WebKitDriver.start(browser, hosts);
    return { at: driver.#driver.shared, stop: () => driver.close() };
  }

  static async join(at: SharedSession): Promise<WebKitDriver> {
    return new WebKitDriver(await WebDriver.join(at));
  }

  private constructor(driver: WebDriver, stopProxy?: () => void) {
    this.#driver = driver;
    this.#stopProxy = stopProxy ?? (() => {});
    this.isShared = !stopProxy;
  }

  async tabs(): Promise<{ url: string; tab: TabDriver }[]> {
    const tabs = [];
    for (const handle of await this.#driver.others()) {
      const url = await this.#driver.command<string>(handle, 'GET', '/url');
      await this.#driver.command(handle, 'POST', '/window/minimize');
      tabs.push({ url, tab: new WebKitWindow(this.#driver, handle) });
    }
    return tabs;
  }

  newTab(): Promise<TabDriver> {
    return WebKitWindow.open(this.#driver);
  }

  /** Those that the page in front can have. */
  clearCookies(): Promise<void> {
    return this.#driver.command(this.#driver.front, 'DELETE', '/cookie');
  }

  async close(): Promise<void> {
    if (this.isShared) return;
    await this.#driver.stop();
    this.#stopProxy();
  }
}
