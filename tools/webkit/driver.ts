import type { WebKitBrowser } from '../browsers.mjs';
import { startWebKitDriver } from './processes.ts';

type Method = 'GET' | 'POST' | 'DELETE';

/** A session that goes on from one process to the next. `main` is its first window, with which it would end. */
export interface SharedSession {
  readonly url: string;
  readonly session: string;
  readonly main: string;
}

/** A WebKitGTK MiniBrowser, remote-controlled by the commands of https://www.w3.org/TR/webdriver/. */
export class WebDriver {
  readonly #browser: WebKitBrowser | undefined;
  readonly #proxy: string | undefined;
  #process: { url: string; stop(): void } | undefined;
  #session = '';
  /** Commands go to one current window, so that those for several windows have to wait for each other. */
  #queue: Promise<unknown> = Promise.resolve();
  #main = '';
  #current = '';
  #front = '';

  /** `proxy` is the host:port of a proxy for all pages. */
  static async start(browser: WebKitBrowser, { proxy }: { proxy?: string } = {}): Promise<WebDriver> {
    const driver = new WebDriver(browser, proxy);
    await driver.#startSession();
    return driver;
  }

  /** Takes a session over, which is left to whoever has started it. */
  static async join({ url, session, main }: SharedSession): Promise<WebDriver> {
    const driver = new WebDriver();
    driver.#process = { url, stop: () => {} };
    driver.#session = session;
    driver.#main = main;
    await driver.#call('POST', `${session}/window`, { handle: main }, 10_000);
    driver.#current = driver.#front = main;
    return driver;
  }

  private constructor(browser?: WebKitBrowser, proxy?: string) {
    this.#browser = browser;
    this.#proxy = proxy;
  }

  /**
   * Where two test runs start MiniBrowsers at the same moment, one in a hundred ends at once (its inspector's port is
   * taken), and WebKitWebDriver waits for it for ever. So: a time limit, and another try with another driver.
   */
  async #startSession(tries = 3): Promise<void> {
    try {
      this.#process ??= await startWebKitDriver(this.#browser!.executablePath);
      const { sessionId } = await this.#call<{ sessionId: string }>(
        'POST',
        '/session',
        { capabilities: this.#capabilities() },
        10_000,
      );
      this.#session = `/session/${sessionId}`;
      this.#current = this.#front = this.#main = await this.#call<string>('GET', `${this.#session}/window`);
    } catch (error) {
      this.#process?.stop();
      this.#process = undefined;
      if (tries == 1) throw error;
      await this.#startSession(tries - 1);
    }
  }

  #capabilities() {
    // Without it window.open() in a test opens nothing.
    const args = ['--automation', '--javascript-can-open-windows-automatically=true'];
    // WebDriver's own capability `proxy` cannot do https: it would speak TLS to the proxy itself.
    if (this.#proxy) args.push(`--proxy=http://${this.#proxy}`, '--ignore-host=localhost', '--ignore-host=127.0.0.1');
    const browserOptions = { binary: this.#browser!.miniBrowser, args };
    return { alwaysMatch: { acceptInsecureCerts: true, 'webkitgtk:browserOptions': browserOptions } };
  }

  async #call<Value = unknown>(method: Method, path: string, body: object = {}, timeout = 60_000): Promise<Value> {
    const response = await fetch(this.#process!.url + path, {
      method,
      signal: AbortSignal.timeout(timeout),
      ...(method == 'POST' && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value as Value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebDriver ${method} ${path.replace(this.#session, '')}: ${error}: ${message}`);
  }

  #next<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => {});
    return result;
  }

  async #switchTo(handle: string): Promise<void> {
    if (handle == this.#current) return;
    await this.#call('POST', `${this.#session}/window`, { handle });
    this.#current = handle;
  }

  async #hideFront(): Promise<void> {
    if (!this.#front) return;
    await this.#switchTo(this.#front);
    await this.#call('POST', `${this.#session}/window/minimize`);
    this.#front = '';
  }

  get shared(): SharedSession {
    return { url: this.#process!.url, session: this.#session, main: this.#main };
  }

  /** All windows but the first. */
  others(): Promise<string[]> {
    return this.#next(async () => {
      const handles = await this.#call<string[]>('GET', `${this.#session}/window/handles`);
      return handles.filter((handle) => handle != this.#main);
    });
  }

  get front(): string {
    return this.#front;
  }

  /** A command for one window, which need not be the one in front. */
  command<Value>(handle: string, method: Method, path: string, body?: object): Promise<Value> {
    return this.#next(async () => {
      await this.#switchTo(handle);
      return this.#call<Value>(method, this.#session + path, body);
    });
  }

  /**
   * Opens a window in front of the others. In place of a tab, because WebDriver cannot bring a tab to the front here:
   * one that is not stays hidden for good, and a mouse action in it never ends. Windows that are minimized are hidden,
   * without focus and with slow timers, just like the tabs behind another one.
   */
  open(): Promise<string> {
    return this.#next(async () => {
      await this.#hideFront();
      const { handle } = await this.#call<{ handle: string }>('POST', `${this.#session}/window/new`, { type: 'window' });
      await this.#switchTo(handle);
      return (this.#front = handle);
    });
  }

  bringToFront(handle: string): Promise<void> {
    return this.#next(async () => {
      if (handle == this.#front) return;
      await this.#hideFront();
      await this.#switchTo(handle);
      // Even an empty rectangle restores the window and gives it the focus, and takes 10 ms. "maximize" waits a whole
      // second for a window manager, which Xvfb does not have.
      await this.#call('POST', `${this.#session}/window/rect`);
      this.#front = handle;
    });
  }

  closeWindow(handle: string): Promise<void> {
    return this.#next(async () => {
      await this.#switchTo(handle);
      const [other] = await this.#call<string[]>('DELETE', `${this.#session}/window`);
      if (this.#front == handle) this.#front = '';
      // Even a command that opens a window has to come from one.
      if (other) await this.#switchTo(other);
    });
  }

  async stop(): Promise<void> {
    try {
      await this.#next(() => this.#call('DELETE', this.#session));
    } finally {
      this.#process?.stop();
    }
  }
}
