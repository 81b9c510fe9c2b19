import { once } from 'node:events';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import type { PuppeteerBrowser } from '../../tools/browsers.mjs';
import { launchOptions } from '../../tools/launch-options.ts';
import type { BrowserDriver } from './browser.ts';
import type { TabDriver } from './tab.ts';

class PuppeteerTab implements TabDriver {
  readonly #page: Page;
  readonly #visit: (url: string) => Promise<void>;

  /** `visit` is called before the tab goes to another address. */
  constructor(page: Page, visit: (url: string) => Promise<void>) {
    this.#page = page;
    this.#visit = visit;
  }

  async goto(url: string): Promise<void> {
    await this.#visit(url);
    await this.#page.goto(url);
  }

  // As text, which no Content-Security-Policy forbids the debugger.
  evaluate(source: string, ...args: unknown[]): Promise<unknown> {
    return this.#page.evaluate(`(${source})(...${JSON.stringify(args)})`);
  }

  front(): Promise<void> {
    return this.#page.bringToFront();
  }

  click(x: number, y: number, times: number): Promise<void> {
    return this.#page.mouse.click(x, y, { count: times });
  }

  async press(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.down(key as KeyInput);
    for (const key of keys.toReversed()) await this.#page.keyboard.up(key as KeyInput);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  screenshot(): Promise<Uint8Array> {
    return this.#page.screenshot();
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

/** Where a browser is that several files share. */
export interface SharedPuppeteer {
  readonly endpoint: string;
  readonly isShell: boolean;
}

/** Chromium over the DevTools protocol, Firefox over WebDriver BiDi. */
export class PuppeteerDriver implements BrowserDriver {
  readonly clearsAllCookies = true;
  readonly isShared: boolean;
  readonly #browser: Browser;
  /** A chrome-headless-shell refuses to write to the clipboard even in a click, unless that is granted. */
  readonly #isShell: boolean;

  static async start(
    engine: 'chromium' | 'firefox',
    browser: PuppeteerBrowser,
    hosts: readonly string[],
  ): Promise<PuppeteerDriver> {
    return new PuppeteerDriver(
      await puppeteer.launch(launchOptions(engine, browser, hosts)),
      browser.headless == 'shell',
      false,
    );
  }

  /** Starts a browser for several files. */
  static async share(
    engine: 'chromium' | 'firefox',
    browser: PuppeteerBrowser,
    hosts: readonly string[],
  ): Promise<{ at: SharedPuppeteer; stop(): Promise<void> }> {
    const launched = await puppeteer.launch(launchOptions(engine, browser, hosts));
    const child = launched.process()!;
    const at = { endpoint: launched.wsEndpoint(), isShell: browser.headless == 'shell' };
    // A Firefox has one session at a time.
    await launched.disconnect();
    return {
      at,
      stop: async () => {
        if (child.exitCode != null || child.signalCode != null) return;
        const ended = once(child, 'exit');
        child.kill();
        await ended;
      },
    };
  }

  static async join(engine: 'chromium' | 'firefox', { endpoint, isShell }: SharedPuppeteer): Promise<PuppeteerDriver> {
    const browser = await puppeteer.connect({
      browserWSEndpoint: endpoint,
      acceptInsecureCerts: true,
      ...(engine == 'firefox' && { protocol: 'webDriverBiDi' }),
    });
    return new PuppeteerDriver(browser, isShell, true);
  }

  private constructor(browser: Browser, isShell: boolean, isShared: boolean) {
    this.#browser = browser;
    this.#isShell = isShell;
    this.isShared = isShared;
  }

  async tabs(): Promise<{ url: string; tab: TabDriver }[]> {
    return (await this.#browser.pages()).map((page) => ({ url: page.url(), tab: this.#tabOf(page) }));
  }

  async newTab(): Promise<TabDriver> {
    const page = await this.#browser.newPage();
    await page.bringToFront();
    return this.#tabOf(page);
  }

  #tabOf(page: Page): TabDriver {
    return new PuppeteerTab(page, async (url) => {
      if (!this.#isShell) return;
      await page.browserContext().overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-sanitized-write']);
    });
  }

  async clearCookies(): Promise<void> {
    // Puppeteer sets them anew, to end at once. Chromium does not do that for one that is Secure and came from http://localhost.
    const cookies = (await this.#browser.cookies()).map((cookie) => ({ ...cookie, sourceScheme: undefined }));
    await this.#browser.deleteCookie(...cookies);
  }

  close(): Promise<void> {
    return this.isShared ? this.#browser.disconnect() : this.#browser.close();
  }
}
