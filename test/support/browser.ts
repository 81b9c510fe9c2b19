import type { Engine } from '../../tools/browsers.mjs';
import { Tab, type TabDriver } from './tab.ts';

/** What an engine's own driver has to be able to do with the browser. */
export interface BrowserDriver {
  /** An empty tab in front of the others. */
  newTab(): Promise<TabDriver>;
  /** What "delete cookies" in its settings does, at least for those of the page in front; no page has a part in it. */
  clearCookies(): Promise<void>;
  close(): Promise<void>;
}

/** Runs in the page: no browser has a command for what an origin has stored. */
export async function forgetStorage(): Promise<void> {
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((resolve) => (indexedDB.deleteDatabase(name!).onsuccess = resolve));
  }
}

/** A real browser with a fresh profile; the same in every engine. */
export class Browser {
  readonly engine: Engine;
  readonly #driver: BrowserDriver;
  readonly #tabs: Tab[] = [];
  /** The folders of the pages that its tabs were sent to: where cookies and storage may be. */
  readonly #visited = new Set<string>();

  constructor(engine: Engine, driver: BrowserDriver) {
    this.engine = engine;
    this.#driver = driver;
  }

  /** A new tab in front of the others, with cookies and storage shared, and no opener. */
  async newTab(url = 'about:blank'): Promise<Tab> {
    const driver = await this.#driver.newTab();
    const tab: Tab = new Tab(driver, {
      leaving: (to) => void this.#visited.add(new URL('.', to).href),
      closed: async () => {
        this.#tabs.splice(this.#tabs.indexOf(tab), 1);
        await this.#tabs.at(-1)?.front();
      },
    });
    this.#tabs.push(tab);
    if (url != 'about:blank') await tab.goto(url);
    return tab;
  }

  /** Deletes the cookies under the open tabs, as the customer can in the browser's settings. In WebKit those of the page in front. */
  clearCookies(): Promise<void> {
    return this.#driver.clearCookies();
  }

  /**
   * Closes all tabs and forgets all cookies and storage, for the next test. What is on the clipboard stays. `page`: an
   * address without a badge, which would answer the loss of its cookies with new ones.
   */
  async clear(page = '__clear'): Promise<void> {
    // From the back, so that none has to come to the front first.
    for (const tab of this.#tabs.slice(0, -1)) await tab.close();
    const tab = this.#tabs[0] ?? (await this.newTab());
    for (const folder of [...this.#visited]) {
      await tab.goto(new URL(page, folder).href);
      if (await tab.evaluate(() => !!document.querySelector('session-id-badge'))) throw new Error(`a badge on ${page}`);
      await tab.evaluate(forgetStorage);
      await this.#driver.clearCookies();
    }
    this.#visited.clear();
    await tab.close();
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}
