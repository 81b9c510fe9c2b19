import type { BrowserContext, Page } from 'puppeteer-core';
import type { SessionIdBadge } from '../../../src/index.ts';

/** What a page of an app shows at one moment. */
export interface Look {
  /** The ID in the badge; empty while there is none. */
  readonly shown: string;
  readonly cookie: string | undefined;
  /** The lines of the app's own log. */
  readonly log: readonly string[];
}

/** Runs in the page. */
function look(): Look {
  return {
    shown: document.querySelector('session-id-badge')?.shadowRoot?.querySelector('[part=id]')?.textContent ?? '',
    cookie: /(?:^|; )diagnostic_session=([^;]*)/.exec(document.cookie)?.[1],
    log: [...document.querySelectorAll('#log li')].map((line) => line.textContent.trim()),
  };
}

/** How long to wait for what should come at once, on a busy machine; in ms. */
const PATIENCE = 15_000;

/** What the browser or a library says for developers that are at work, and is no fault. */
const ADVICE = [/^Lit is in dev mode\./];

/** A customer with a profile of their own, on one page of an app. */
export class Visit {
  readonly #page: Page;
  readonly #url: string;

  /** `said` gets each error and warning that anything in the page comes up with. */
  static async begin(context: BrowserContext, url: string, said: string[]): Promise<Visit> {
    // A chrome-headless-shell refuses to write to the clipboard even in a click, unless that is granted.
    await context.overridePermissions(url, ['clipboard-sanitized-write']);
    const page = await context.newPage();
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (!['error', 'warn'].includes(message.type()) || ADVICE.some((advice) => advice.test(text))) return;
      said.push(`${message.type()}: ${text} (${message.location().url})`);
    });
    return new Visit(page, url);
  }

  private constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
  }

  /** Loads the page. Resolves once the app is at work. */
  async open(query = ''): Promise<void> {
    await this.#page.goto(this.#url + query);
    await this.#ready();
  }

  async reload(): Promise<void> {
    await this.#page.reload();
    await this.#ready();
  }

  async #ready(): Promise<void> {
    await this.#page.waitForSelector('[data-ready]');
  }

  /** A real click. `>>>` leads into shadow roots. */
  async click(selector: string): Promise<void> {
    await this.#page.locator(selector).click();
  }

  /** What there is to see once all that is due now has happened. */
  async look(): Promise<Look> {
    await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    return this.#page.evaluate(look);
  }

  /** The same, as soon as the log has so many lines. */
  async lookAfter(lines: number): Promise<Look> {
    await this.wait((least) => document.querySelectorAll('#log li').length >= least, lines);
    return this.look();
  }

  /** Asks the badge in the page. */
  ask<Answer>(question: (badge: SessionIdBadge) => Answer): Promise<Awaited<Answer>> {
    return this.#page.$eval('session-id-badge', question) as Promise<Awaited<Answer>>;
  }

  /** Resolves when the question, asked in the page, is answered with something true-ish; also across loads. */
  async wait<Argument = undefined>(question: (argument: Argument) => unknown, argument?: Argument): Promise<void> {
    try {
      await this.#page.waitForFunction(question as (argument: unknown) => unknown, { timeout: PATIENCE }, argument);
    } catch (cause) {
      const { shown, log } = await this.look();
      throw new Error(`waited in vain at ${shown} [${log}] for ${JSON.stringify(argument)}: ${question}`, { cause });
    }
  }
}
