import { Channel } from './channel.ts';
import type { PageCookies } from './cookie-jar.ts';
import type { Origin } from './origin.ts';
import { Process } from './process.ts';
import type { View } from './replica.ts';

export type Listener = (event: object) => void;

/** In ms. Browsers run the timers of hidden pages once a second. */
const THROTTLED = 1000;
/** How late a cookie's change is told, in ms. */
const EVENT = 20;

/** One load of a page, as the browser sees it: events go in, reads and writes come out. */
export class Page {
  readonly origin: Origin;
  readonly process: Process;
  readonly cookies: PageCookies;
  readonly local: View;
  /** Lives as long as the tab. */
  readonly session: Map<string, string>;
  /** By the date when it was loaded, which may have been moved since. */
  readonly timeOrigin: number;
  hidden: boolean;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #timers = new Set<number>();
  readonly #loadedAt: number;
  #count = 0;

  constructor(origin: Origin, session: Map<string, string>, hidden: boolean) {
    this.origin = origin;
    this.session = session;
    this.hidden = hidden;
    this.timeOrigin = origin.clock.date;
    this.#loadedAt = origin.clock.now;
    const noise = origin.noise();
    this.process = new Process(origin.clock, noise);
    const changes = new Channel(origin.clock, noise, EVENT);
    this.cookies = origin.cookies.open(noise, (same) => {
      if (!same || origin.tellsRepeats) changes.send(() => this.dispatch('cookie change'));
    });
    this.local = origin.local.open(noise);
    this.local.onLearn = ({ key, value, before, by }) => {
      if (by == this.local || value === before) return;
      // Not by a page: the customer clears all at once, which every page hears, some browsers' twice.
      const event = by ? { key, newValue: value ?? null } : { key: null, newValue: null };
      this.process.later(() => this.dispatch('storage', event));
      if (!by) this.process.later(() => this.dispatch('storage', event));
    };
    this.process.later(() => this.dispatch('pageshow', { persisted: false }), 0);
  }

  /** In ms, whatever becomes of the date. */
  get age(): number {
    return this.origin.clock.now - this.#loadedAt;
  }

  listen(type: string, listener: Listener): void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener));
  }

  dispatch(type: string, properties: object = {}): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])])
      this.process.run(() => listener({ type, composedPath: () => [], ...properties }));
  }

  show(hidden: boolean): void {
    if (this.hidden == hidden) return;
    this.hidden = hidden;
    this.dispatch('visibilitychange');
  }

  /** Ends it: in a crash without a word, and what it has written last may be lost. */
  end(crashes: boolean): void {
    if (!crashes) this.dispatch('pagehide', { persisted: false });
    this.process.end();
    for (const view of [this.cookies.view, this.local]) view.close(crashes ? this.process.noise : undefined);
  }

  setTimer(work: () => void, delay: number, repeats: boolean, id = ++this.#count): number {
    const ring = () => {
      if (!this.#timers.has(id)) return;
      const late = this.origin.clock.now % THROTTLED;
      if (this.hidden && late) return this.process.later(ring, THROTTLED - late);
      this.#timers.delete(id);
      if (repeats) this.setTimer(work, delay, true, id);
      this.process.run(work);
    };
    this.#timers.add(id);
    this.process.later(ring, delay);
    return id;
  }

  clearTimer(id: number): void {
    this.#timers.delete(id);
  }
}
