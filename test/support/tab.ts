import { setTimeout as sleep } from 'node:timers/promises';

/** What an engine's own driver has to be able to do with one tab. */
export interface TabDriver {
  goto(url: string): Promise<void>;
  /** Calls a function, given as its source, with arguments that JSON can carry. */
  evaluate(source: string, ...args: unknown[]): Promise<unknown>;
  front(): Promise<void>;
  click(x: number, y: number, times: number): Promise<void>;
  press(keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What the browser wants to hear of. */
export interface TabHooks {
  leaving(to: string): void;
  /** It has been closed. */
  closed(): Promise<void>;
}

/** A selector, or several, each to be looked up in the shadow root (or the children) of the element before. */
export type Path = string | readonly string[];

/** Runs in the page. The middle of an element that is found and has a size, scrolled into view. */
function middleOf(path: readonly string[]): [number, number] | null {
  let element: Element | null = null;
  for (const selector of path) {
    const root: ParentNode | null = element ? (element.shadowRoot ?? element) : document;
    element = root.querySelector(selector);
    if (!element) return null;
  }
  element!.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = element!.getBoundingClientRect();
  return width && height ? [x + width / 2, y + height / 2] : null;
}

/** Runs in the page. Changes with every step in its history, also with one that bfcache answers. */
function place(): string {
  return `${document.readyState == 'complete'} ${location.href} ${performance.timeOrigin}`;
}

/** A tab of a real browser; the same in every engine. */
export class Tab {
  readonly #driver: TabDriver;
  readonly #hooks: TabHooks;

  constructor(driver: TabDriver, hooks: TabHooks) {
    this.#driver = driver;
    this.#hooks = hooks;
  }

  /** Resolves when the page has loaded. */
  async goto(url: string): Promise<void> {
    this.#hooks.leaving(url);
    const before = await this.evaluate(place);
    const there = new AbortController();
    // Puppeteer waits in vain for the load event where a page from Firefox' bfcache was before: then looking is enough.
    await Promise.race([this.#driver.goto(url), this.#left(before, 30_000, there.signal)]).finally(() => there.abort());
  }

  reload(): Promise<void> {
    return this.#leaveBy(() => location.reload());
  }

  back(): Promise<void> {
    return this.#leaveBy(() => history.back());
  }

  forward(): Promise<void> {
    return this.#leaveBy(() => history.forward());
  }

  // By script, for the same reason.
  async #leaveBy(step: () => void): Promise<void> {
    const before = await this.evaluate(place);
    await this.evaluate(step);
    await this.#left(before, 10_000);
  }

  async #left(before: string, timeout: number, signal?: AbortSignal): Promise<void> {
    for (const end = Date.now() + timeout; Date.now() < end; await sleep(50)) {
      if (signal?.aborted) return;
      const now = await this.evaluate(place).catch(() => before);
      // On its way to another process Firefox shows one more empty page.
      if (now != before && now.startsWith('true') && !now.includes(' about:blank ')) return;
    }
    throw new Error(`still at ${before} after ${timeout} ms`);
  }

  /**
   * Calls a function in the page and resolves to what it returns. The function sees the page and its one argument,
   * nothing of the test around it. The tab need not be in front, and is not brought there.
   */
  evaluate<Result, Argument = undefined>(task: (argument: Argument) => Result, argument?: Argument): Promise<Awaited<Result>> {
    return this.#driver.evaluate(String(task), argument) as Promise<Awaited<Result>>;
  }

  /** Asks again and again until the answer is true-ish, and resolves to it. A page that is just loading is no failure. */
  async waitFor<Result, Argument = undefined>(
    question: (argument: Argument) => Result,
    { argument, timeout = 10_000 }: { argument?: Argument; timeout?: number } = {},
  ): Promise<NonNullable<Awaited<Result>>> {
    const begin = Date.now();
    const end = begin + timeout;
    for (;;) {
      const answer = await this.evaluate(question, argument).catch((error: Error) => error);
      if (answer && !(answer instanceof Error)) return answer;
      if (Date.now() > end) throw new Error(`still ${answer} after ${timeout} ms: ${question}`, { cause: answer });
      // What has not come in a second comes with a rhythm or a limit of its own. Eight tabs that are asked all the time take a core.
      await sleep(Date.now() < begin + 1000 ? 50 : 150);
    }
  }

  /** In front of the other tabs: visible, with the focus. The others are hidden. */
  front(): Promise<void> {
    return this.#driver.front();
  }

  /**
   * A real click with the mouse into the middle of an element, as soon as it is there. `times: 2` is a double-click.
   * Poll for what comes of it: WebKit answers before the page has got all its events. So with keys.
   */
  async click(path: Path, { times = 1 }: { times?: number } = {}): Promise<void> {
    await this.front();
    const [x, y] = await this.waitFor(middleOf, { argument: [path].flat() });
    await this.#driver.click(x, y, times);
  }

  /** Real keys, pressed together: `Enter`, `Control+v`. Names as in KeyboardEvent.key. */
  async press(keys: string): Promise<void> {
    await this.front();
    await this.#driver.press(keys.split('+'));
  }

  /** Real keys, one after the other. */
  async type(text: string): Promise<void> {
    await this.front();
    await this.#driver.type(text);
  }

  /** A PNG of what is in the window. */
  async screenshot(): Promise<Uint8Array> {
    await this.front();
    return this.#driver.screenshot();
  }

  /** The tab opened last of those that are left comes to the front. */
  async close(): Promise<void> {
    await this.#driver.close();
    await this.#hooks.closed();
  }
}
