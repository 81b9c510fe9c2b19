import { Channel } from './channel.ts';
import type { Clock } from './clock.ts';
import type { Noise } from './noise.ts';

/** How long a message between a page and the browser takes at most, in ms. */
const MESSAGE = 10;

/** What a page runs in, as the browser's other parts see it: something that can be asked later, and can be gone by then. */
export class Process {
  readonly clock: Clock;
  readonly noise: Noise;
  /** To the browser. */
  readonly up: Channel;
  alive = true;
  /** Called with what is thrown and nobody catches. */
  onUncaught: (error: unknown) => void = () => {};
  readonly #partings = new Set<() => void>();

  constructor(clock: Clock, noise: Noise) {
    this.clock = clock;
    this.noise = noise;
    this.up = new Channel(clock, noise, MESSAGE);
  }

  /** Runs script of the page, unless it is gone. */
  run(work: () => unknown): void {
    if (!this.alive) return;
    try {
      work();
    } catch (error) {
      this.onUncaught(error);
    }
  }

  /** Runs it after the time that a message from the browser takes, or after the time given. */
  later(work: () => unknown, delay = this.noise.below(MESSAGE + 1)): void {
    this.clock.after(delay, () => this.run(work), this.noise.below(8));
  }

  /** Has the browser told when the page is gone; answers what ends that. */
  onGone(work: () => void): () => void {
    this.#partings.add(work);
    return () => void this.#partings.delete(work);
  }

  end(): void {
    this.alive = false;
    for (const work of [...this.#partings]) work();
  }
}
