import { Channel } from './channel.ts';
import type { Clock } from './clock.ts';
import type { Noise } from './noise.ts';

/** A write as it took effect: a value, or undefined for a deletion. */
export interface Write {
  readonly key: string;
  readonly value: string | undefined;
  readonly before: string | undefined;
  /** Who wrote it; none for the server and the customer. */
  readonly by: View | undefined;
}

/** In ms, from a page to the browser's store and from there to another page. Together no more than 20. */
export const UP = 10;
const DOWN = 10;

/**
 * Values that the browser keeps for an origin, of which each page has a view of its own: what a page writes it sees at
 * once, the others when the news has gone by way of the store. Cookies and `localStorage` are both like that.
 */
export class Replicated {
  readonly clock: Clock;
  readonly values = new Map<string, string>();
  readonly views = new Set<View>();
  /** Called when a write reaches the store. */
  onCommit: (write: Write) => void = () => {};

  constructor(clock: Clock) {
    this.clock = clock;
  }

  open(noise: Noise): View {
    return new View(this, noise);
  }

  /** A write reaches the store: at once, where it does not come from a page. */
  commit(key: string, value: string | undefined, by?: View): void {
    const write = { key, value, before: this.values.get(key), by };
    apply(this.values, key, value);
    this.onCommit(write);
    for (const view of this.views) view.learn(write);
  }

  /** The customer clears all. */
  clear(): void {
    for (const key of [...this.values.keys()]) this.commit(key, undefined);
  }
}

function apply(values: Map<string, string>, key: string, value: string | undefined): void {
  if (value === undefined) values.delete(key);
  else values.set(key, value);
}

/** What one page sees. */
export class View {
  readonly #store: Replicated;
  readonly #up: Channel;
  readonly #down: Channel;
  readonly #seen: Map<string, string>;
  #pending: (readonly [key: string, value: string | undefined])[] = [];
  #open = true;
  /** Called when a write, of this page too, has come back from the store. */
  onLearn: (write: Write) => void = () => {};

  constructor(store: Replicated, noise: Noise) {
    this.#store = store;
    this.#up = new Channel(store.clock, noise, UP);
    this.#down = new Channel(store.clock, noise, DOWN);
    this.#seen = new Map(store.values);
    store.views.add(this);
  }

  /** What is visible: what the store has told, under what this page has written itself. */
  get values(): Map<string, string> {
    const values = new Map(this.#seen);
    for (const [key, value] of this.#pending) apply(values, key, value);
    return values;
  }

  write(key: string, value: string | undefined): void {
    this.#pending.push([key, value]);
    this.#up.send(() => this.#store.commit(key, value, this));
  }

  learn(write: Write): void {
    this.#down.send(() => {
      apply(this.#seen, write.key, write.value);
      if (write.by == this) this.#pending.shift();
      if (this.#open) this.onLearn(write);
    });
  }

  /** Asks the store, after all that this page has written; when the answer is there, so is all that came before it. */
  settle(answer: (values: Map<string, string>) => void): void {
    this.#up.send(() => {
      const values = new Map(this.#store.values);
      this.#down.send(() => this.#open && answer(values));
    });
  }

  /** The page is gone. In a crash, some of its last writes may be lost. */
  close(noise?: Noise): void {
    this.#open = false;
    this.#store.views.delete(this);
    if (noise) this.#up.cut(noise.below(this.#up.length + 1));
  }

  /** Whether a write of this page has not reached the store yet. */
  get isBehind(): boolean {
    return this.#up.length > 0;
  }
}
