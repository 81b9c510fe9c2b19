import type { Engine } from '../../tools/browsers.mjs';
import { Tab, type TabDriver } from './tab.ts';

/** What an engine's own driver has to be able to do with the browser. */
export interface BrowserDriver {
  /** An empty tab in front of the others. */
  newTab(): Promise<TabDriver>;
  /** What "delete cookies" in its settings does: all of them go, and no page has a part in it. */
  clearCookies(): Promise<void>;
  /** Forgets cookies and storage, when all tabs are closed. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A real browser with a fresh profile; the same in every engine. */
export class Browser {
  readonly engine: Engine;
  readonly #driver: BrowserDriver;
  readonly #tabs: Tab[] = [];

  constructor(engine: Engine, driver: BrowserDriver) {
    this.engine = engine;
    this.#driver = driver;
  }

  /** A new tab in front of the others, with cookies and storage shared, and no opener. */
  async newTab(url = 'about:blank'): Promise<Tab> {
    const driver = await this.#driver.newTab();
    const tab: Tab = new Tab(driver, async () => {
      this.#tabs.splice(this.#tabs.indexOf(tab), 1);
      await this.#tabs.at(-1)?.front();
    });
    this.#tabs.push(tab);
    if (url != 'about:blank') await tab.goto(url);
    return tab;
  }

  /** Deletes all cookies under the open tabs, as the customer can in the browser's settings. */
  clearCookies(): Promise<void> {
    return this.#driver.clearCookies();
  }

  /** Closes all tabs and forgets all cookies and storage, for the next test. What is on the clipboard stays. */
  async clear(): Promise<void> {
    // From the back, so that none has to come to the front first.
    for (const tab of [...this.#tabs]) await tab.close();
    await this.#driver.clear();
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}
