/** 2026-11-23T12:00:00Z. */
const START = 1795435200000;

interface Entry {
  readonly at: number;
  readonly tie: number;
  readonly order: number;
  readonly run: () => void;
}

const isBefore = (a: Entry, b: Entry): boolean => (a.at - b.at || a.tie - b.tie || a.order - b.order) < 0;

/** Lets all promises that can go on do so; the contexts of all tabs share this queue. */
export const flush = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The one clock of an origin: everything that happens later in any of its tabs is an entry on it. */
export class Clock {
  /** Runs on evenly, in ms: what timers go by. */
  now = 0;
  /** How much the machine's date has been moved meanwhile, in ms. */
  moved = 0;
  #entries: Entry[] = [];
  #count = 0;

  /** What `Date.now()` says. */
  get date(): number {
    return START + this.now + this.moved;
  }

  /** `tie`: who comes first of those that are due in the same millisecond; the smaller one. */
  after(delay: number, run: () => void, tie = 0): void {
    const entries = this.#entries;
    const entry = { at: this.now + delay, tie, order: this.#count++, run };
    let i = entries.push(entry) - 1;
    for (let up; i && isBefore(entry, entries[(up = (i - 1) >> 1)]!); i = up) {
      entries[i] = entries[up]!;
      entries[up] = entry;
    }
  }

  /** Lets so many ms go by, and all that is due in them happen. */
  async advance(duration: number): Promise<void> {
    const until = this.now + duration;
    await flush();
    while (this.#entries.length && this.#entries[0]!.at <= until) {
      const { at, run } = this.#take();
      this.now = at;
      run();
      await flush();
    }
    this.now = until;
  }

  #take(): Entry {
    const entries = this.#entries;
    const first = entries[0]!;
    const last = entries.pop()!;
    if (last == first) return first;
    for (let i = 0; ;) {
      let least = 2 * i + 1;
      if (least >= entries.length) {
        entries[i] = last;
        break;
      }
      if (least + 1 < entries.length && isBefore(entries[least + 1]!, entries[least]!)) least++;
      if (!isBefore(entries[least]!, last)) {
        entries[i] = last;
        break;
      }
      entries[i] = entries[least]!;
      i = least;
    }
    return first;
  }
}
