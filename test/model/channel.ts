import type { Clock } from './clock.ts';
import type { Noise } from './noise.ts';

/** Carries messages between two processes of a browser: late, each by as much as it likes, and never out of order. */
export class Channel {
  readonly #clock: Clock;
  readonly #noise: Noise;
  readonly #slowest: number;
  #waiting: (() => void)[] = [];
  #last = 0;

  constructor(clock: Clock, noise: Noise, slowest: number) {
    this.#clock = clock;
    this.#noise = noise;
    this.#slowest = slowest;
  }

  send(deliver: () => void): void {
    this.#last = Math.max(this.#last, this.#clock.now + this.#noise.below(this.#slowest + 1));
    this.#waiting.push(deliver);
    // Whichever entry comes first delivers the oldest message.
    this.#clock.after(this.#last - this.#clock.now, () => this.#waiting.shift()?.(), this.#noise.below(8));
  }

  /** Loses what is still under way, except so many messages. */
  cut(arriving: number): void {
    this.#waiting.length = Math.min(this.#waiting.length, arriving);
  }

  get length(): number {
    return this.#waiting.length;
  }
}
