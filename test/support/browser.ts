import type { Engine } from '../../tools/browsers.mjs';
import { Tab, type TabDriver } from './tab.ts';

/** What an engine's own driver has to be able to do with the browser. */
export interface BrowserDriver {
  /** An empty tab in front of the others. */
  newTab(): Promise<TabDriver>;
  /** Whether `clearCookies` reaches those of every address. */
  readonly clearsAllCookies: boolean;
  /** Whether it goes on when it is closed here, for the next file: with no page but empty ones. */
  readonly isShared: boolean;
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

/** The address of a tab that can be taken by the next file. */
export const EMPTY = 'about:blank';

/** A tab that a story has, and the folders of the pages that it was sent to: where cookies and storage may be. */
interface Opened {
  readonly tab: Tab;
  readonly driver: TabDriver;
  readonly folders: Set<string>;
}

/** A real browser with a fresh profile; the same in every engine. */
export class Browser {
  readonly engine: Engine;
  readonly #driver: BrowserDriver;
  readonly #opened: Opened[] = [];
  /** Of stories before, on a page that does nothing: a tab more costs as much as four pages. */
  readonly #spare: TabDriver[];
  /** All folders since the last `clear`, also of tabs that are closed. */
  readonly #visited = new Set<string>();
  #aside: Tab | undefined;

  /** `spare`: empty tabs that the browser has. */
  constructor(engine: Engine, driver: BrowserDriver, spare: readonly TabDriver[] = []) {
    this.engine = engine;
    this.#driver = driver;
    this.#spare = [...spare];
  }

  /** A new tab in front of the others, with cookies and storage shared, and no opener. Without an address it shows no badge. */
  async newTab(url = EMPTY): Promise<Tab> {
    const driver = this.#spare.pop() ?? (await this.#driver.newTab());
    await driver.front();
    const folders = new Set<string>();
    const tab: Tab = new Tab(driver, {
      leaving: (to) => {
        const folder = new URL(this.#driver.clearsAllCookies ? '/' : '.', to).href;
        folders.add(folder);
        this.#visited.add(folder);
      },
      closed: async () => {
        this.#opened.splice(this.#opened.indexOf(opened), 1);
        await this.#frontLast();
      },
    });
    const opened = { tab, driver, folders };
    this.#opened.push(opened);
    if (url != EMPTY) await tab.goto(url);
    return tab;
  }

  async #frontLast(): Promise<void> {
    await this.#opened.at(-1)?.tab.front();
  }

  /** Does something on an empty page that is none of the story's tabs. It is in front meanwhile, and only behind them after. */
  async aside<Result>(task: (tab: Tab) => Promise<Result>): Promise<Result> {
    this.#aside ??= new Tab(await this.#driver.newTab(), { leaving: () => {}, closed: async () => {} });
    try {
      return await task(this.#aside);
    } finally {
      await this.#frontLast();
    }
  }

  /** Deletes the cookies under the open tabs, as the customer can in the browser's settings. In WebKit those of the page in front. */
  clearCookies(): Promise<void> {
    return this.#driver.clearCookies();
  }

  /**
   * Takes all tabs away and forgets all cookies and storage, for the next test. What is on the clipboard stays. `page`: an
   * address without a badge, which would answer the loss of its cookies with new ones.
   */
  async clear(page = '__clear'): Promise<void> {
    if (!this.#opened.length && this.#visited.size) await this.newTab();
    const left = this.#opened.splice(0).map(({ folders, ...rest }) => ({ ...rest, folders: [...folders].reverse() }));
    const leave = async (tab: Tab, folder: string): Promise<void> => {
      await tab.goto(new URL(page, folder).href);
      if (await tab.evaluate(() => !!document.querySelector('session-id-badge'))) throw new Error(`a badge on ${page}`);
    };
    // First of all, so that no badge is left to answer.
    for (const { tab, folders } of left) if (folders.length) await leave(tab, folders[0]!);
    // From the back, since the last one is in front already.
    for (const [i, { tab, driver, folders }] of [...left.entries()].reverse()) {
      for (const folder of new Set(i ? folders : [...folders, ...this.#visited])) {
        if (folder != folders[0]) await leave(tab, folder);
        await tab.evaluate(() => sessionStorage.clear());
        if (!this.#visited.delete(folder)) continue;
        await tab.evaluate(forgetStorage);
        await tab.front();
        await this.#driver.clearCookies();
      }
      this.#spare.unshift(driver);
    }
  }

  /** Only the browser that was started for this one file ends. */
  async close(): Promise<void> {
    if (this.#driver.isShared) {
      await this.#aside?.goto(EMPTY);
      for (const driver of this.#spare) await driver.goto(EMPTY);
    }
    await this.#driver.close();
  }
}
