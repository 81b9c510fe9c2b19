/** What a page has asked of the browser so far. */
export interface Asked {
  /** How many timers it has set: timeouts, intervals, animation frames, idle callbacks. */
  readonly timers: number;
  /** Of these, how many are still to come. */
  readonly pending: number;
  readonly cookieReads: number;
  readonly cookieWrites: number;
  readonly storageReads: number;
  readonly storageWrites: number;
  readonly requests: number;
}

/** Runs in the page before everything else: counts from now on. */
export function countAsked(): void {
  const asked = { timers: 0, cookieReads: 0, cookieWrites: 0, storageReads: 0, storageWrites: 0 };
  const pending = new Set<string>();
  const page = globalThis as unknown as Record<string, (...args: unknown[]) => number>;

  for (const [set, clear] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
    ['requestIdleCallback', 'cancelIdleCallback'],
  ] as const) {
    // Timeouts and intervals have their numbers in common, and either may end the other.
    const kind = set.startsWith('set') ? 'timer' : set;
    const [realSet, realClear] = [page[set]!, page[clear]!];
    page[set] = (work, ...args) => {
      asked.timers++;
      const id = realSet(
        (...given: unknown[]) => {
          if (set != 'setInterval') pending.delete(kind + id);
          (work as (...given: unknown[]) => void)(...given);
        },
        ...args,
      );
      pending.add(kind + id);
      return id;
    };
    page[clear] = (id) => {
      pending.delete(kind + String(id));
      return realClear(id);
    };
  }

  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get() {
      asked.cookieReads++;
      return get!.call(this) as string;
    },
    set(value) {
      asked.cookieWrites++;
      set!.call(this, value);
    },
  });
  const store = CookieStore.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of ['get', 'getAll', 'set', 'delete']) {
    const real = store[name]!;
    store[name] = function (...args) {
      asked[name.startsWith('get') ? 'cookieReads' : 'cookieWrites']++;
      return real.apply(this, args);
    };
  }

  // Also what is read and written as a property.
  const { localStorage } = globalThis;
  const isWrite = (name: unknown) => /^(?:set|remove|clear)/.test(String(name));
  const counted = new Proxy(localStorage, {
    get(target, name) {
      asked[isWrite(name) ? 'storageWrites' : 'storageReads']++;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value == 'function' ? (value.bind(target) as unknown) : value;
    },
    set(target, name, value) {
      asked.storageWrites++;
      return Reflect.set(target, name, value, target);
    },
    deleteProperty(target, name) {
      asked.storageWrites++;
      return Reflect.deleteProperty(target, name);
    },
  });
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: () => counted });

  Object.assign(globalThis, {
    asked: (): Asked => ({
      ...asked,
      pending: pending.size,
      requests: performance.getEntriesByType('resource').length,
    }),
  });
}

/** Runs in the page, which says so in the trace. */
export function askedAt(mark: string): Asked {
  console.timeStamp(mark);
  return (globalThis as unknown as { asked(): Asked }).asked();
}

/** Runs in the page: wakes it up so many times. */
export async function wake(times: number): Promise<void> {
  for (let time = 0; time < times; time++) await new Promise((resolve) => setTimeout(resolve, 20));
}
