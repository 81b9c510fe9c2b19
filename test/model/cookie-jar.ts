import { Replicated, type View, type Write } from './replica.ts';
import type { Clock } from './clock.ts';
import type { Noise } from './noise.ts';

/** Where all pages of the model are. */
export const PATHNAME = '/shop/cart';

const keyOf = (name: string, path: string): string => `${path} ${name}`;
const splitKey = (key: string): string[] => key.split(' ');
const matches = (path: string): boolean => PATHNAME.startsWith(path);

/** The cookies of a view or of the jar as a request would carry them: those of the longest path first. */
function inHeaderOrder(values: Map<string, string>): { name: string; value: string }[] {
  return [...values]
    .map(([key, value]) => ({ path: splitKey(key)[0]!, name: splitKey(key)[1]!, value }))
    .filter(({ path }) => matches(path))
    .sort((a, b) => b.path.length - a.path.length);
}

/** The cookies of an origin, in the browser's network process. */
export class CookieJar {
  readonly #store: Replicated;
  /** Called when a cookie has been written, where the browser tells of it: `same` as it was, too, in WebKit. */
  readonly #listeners = new Map<View, (same: boolean) => void>();
  /** Called for each write. */
  onCommit: (name: string, value: string | undefined) => void = () => {};

  constructor(clock: Clock) {
    this.#store = new Replicated(clock);
    this.#store.onCommit = ({ key, value, before }: Write) => {
      this.onCommit(splitKey(key)[1]!, value);
      for (const view of this.#store.views) this.#listeners.get(view)?.(value === before);
    };
  }

  /** The first value in header order. */
  get(name: string): string | undefined {
    return inHeaderOrder(this.#store.values).find((cookie) => cookie.name == name)?.value;
  }

  /** The server sets a cookie. */
  set(name: string, value: string, path = '/'): void {
    this.#store.commit(keyOf(name, path), value);
  }

  /** The customer deletes all. */
  clear(): void {
    this.#store.clear();
  }

  open(noise: Noise, onChange: (same: boolean) => void): PageCookies {
    const view = this.#store.open(noise);
    this.#listeners.set(view, onChange);
    return new PageCookies(view);
  }
}

/** What a page sees of them: `document.cookie`, and what `cookieStore` answers. */
export class PageCookies {
  readonly view: View;

  constructor(view: View) {
    this.view = view;
  }

  get text(): string {
    return inHeaderOrder(this.view.values)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  write(text: string): void {
    const [pair = '', ...attributes] = text.split('; ');
    const [name = '', value] = pair.split('=', 2);
    const attribute = (key: string) => attributes.find((each) => each.startsWith(key + '='))?.slice(key.length + 1);
    const path = attribute('Path') ?? '/';
    const deletes = Number(attribute('Max-Age') ?? 1) <= 0;
    if (deletes && !this.view.values.has(keyOf(name, path))) return;
    this.view.write(keyOf(name, path), deletes ? undefined : value);
  }

  getAll(name: string): Promise<{ name: string; value: string }[]> {
    return new Promise((resolve) =>
      this.view.settle((values) => resolve(inHeaderOrder(values).filter((cookie) => cookie.name == name))),
    );
  }
}
