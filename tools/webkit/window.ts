import type { WebDriver } from './driver.ts';
import { chord, typing, type KeyAction } from './keys.ts';

/** What can be done with one window, the way a tab is used. */
export class WebKitWindow {
  readonly #driver: WebDriver;
  readonly #handle: string;

  static async open(driver: WebDriver): Promise<WebKitWindow> {
    return new WebKitWindow(driver, await driver.open());
  }

  constructor(driver: WebDriver, handle: string) {
    this.#driver = driver;
    this.#handle = handle;
  }

  async goto(url: string): Promise<void> {
    await this.#driver.command(this.#handle, 'POST', '/url', { url });
  }

  /**
   * Calls a function, given as its source, and waits for its promise. As JSON, because WebDriver itself turns
   * `undefined` into `null`, and an error into words without a stack.
   */
  async evaluate(source: string, ...args: unknown[]): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${source})(...JSON.parse(arguments[0])))().then(
        (value) => done(JSON.stringify({ value })),
        (error) => done(JSON.stringify({ error: error?.stack ? error + '\\n' + error.stack : String(error) })),
      );`;
    const answer = JSON.parse(
      await this.#driver.command<string>(this.#handle, 'POST', '/execute/async', { script, args: [JSON.stringify(args)] }),
    );
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }

  front(): Promise<void> {
    return this.#driver.bringToFront(this.#handle);
  }

  async mouse(actions: readonly object[]): Promise<void> {
    await this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async click(x: number, y: number, times = 1, button = 0): Promise<void> {
    const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) };
    const once = [
      { type: 'pointerDown', button },
      { type: 'pointerUp', button },
    ];
    await this.mouse([move, ...Array(times).fill(once).flat()]);
  }

  press(keys: readonly string[]): Promise<void> {
    return this.#keys(chord(keys));
  }

  type(text: Iterable<string>): Promise<void> {
    return this.#keys(typing(text));
  }

  #keys(actions: KeyAction[]): Promise<void> {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  // Mouse and keys reach only the window in front.
  async #act(source: object): Promise<void> {
    await this.front();
    await this.#driver.command(this.#handle, 'POST', '/actions', { actions: [source] });
  }

  async screenshot(): Promise<Buffer> {
    // A hidden window is not drawn: the answer would never come.
    await this.front();
    return Buffer.from(await this.#driver.command<string>(this.#handle, 'GET', '/screenshot'), 'base64');
  }

  close(): Promise<void> {
    return this.#driver.closeWindow(this.#handle);
  }
}
