import type { BrowserLauncher } from '@web/test-runner-core';
import type { WebKitBrowser } from '../browsers.mjs';
import { WebDriver } from './driver.ts';
import { startHostsProxy } from './hosts-proxy.ts';
import { WebKitWindow } from './window.ts';

const BUTTONS = { left: 0, middle: 1, right: 2 };
type Button = keyof typeof BUTTONS;

/** WebKitGTK as a browser of @web/test-runner. Its `type` tells @web/test-runner-commands which methods to call. */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKitGTK';
  readonly type = 'webdriver';
  readonly concurrency = 1;

  readonly #browser: WebKitBrowser;
  readonly #urls = new Map<string, string>();
  #starting: Promise<void> | undefined;
  #stopProxy = () => {};
  #driver: WebDriver | undefined;
  #main: WebKitWindow | undefined;

  constructor(browser: WebKitBrowser) {
    this.#browser = browser;
  }

  async #start(): Promise<void> {
    const proxy = await startHostsProxy();
    this.#stopProxy = proxy.stop;
    this.#driver = await WebDriver.start(this.#browser, { proxy: proxy.address });
    this.#main = new WebKitWindow(this.#driver, this.#driver.front);
  }

  /** The window the tests run in. */
  get main(): WebKitWindow {
    return this.#main!;
  }

  async startSession(id: string, url: string): Promise<void> {
    await (this.#starting ??= this.#start());
    this.#urls.set(id, url);
    await this.main.goto(url);
  }

  startDebugSession(): Promise<void> {
    throw new Error('WebKitGTK runs on a virtual display: there is nothing to see.');
  }

  isActive(id: string): boolean {
    return this.#urls.has(id);
  }

  getBrowserUrl(id: string): string | undefined {
    return this.#urls.get(id);
  }

  async stopSession(id: string): Promise<object> {
    this.#urls.delete(id);
    await this.main.goto('about:blank');
    return {};
  }

  async stop(): Promise<void> {
    await this.#starting?.catch(() => {});
    await this.#driver?.stop().catch(() => {});
    this.#stopProxy();
  }

  sendKeys(_id: string, keys: readonly string[]): Promise<void> {
    return this.main.type(keys);
  }

  sendMouseMove(_id: string, x: number, y: number): Promise<void> {
    return this.main.mouse([{ type: 'pointerMove', duration: 0, x, y }]);
  }

  sendMouseClick(_id: string, x: number, y: number, button: Button = 'left'): Promise<void> {
    return this.main.click(x, y, 1, BUTTONS[button]);
  }

  sendMouseDown(_id: string, button: Button = 'left'): Promise<void> {
    return this.main.mouse([{ type: 'pointerDown', button: BUTTONS[button] }]);
  }

  sendMouseUp(_id: string, button: Button = 'left'): Promise<void> {
    return this.main.mouse([{ type: 'pointerUp', button: BUTTONS[button] }]);
  }

  resetMouse(): Promise<void> {
    const up = Object.values(BUTTONS).map((button) => ({ type: 'pointerUp', button }));
    return this.main.mouse([...up, { type: 'pointerMove', duration: 0, x: 0, y: 0 }]);
  }
}
