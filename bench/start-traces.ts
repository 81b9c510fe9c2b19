import type { Page } from 'puppeteer-core';

/** What a page has of a script that has started, besides memory. */
export interface Traces {
  /** Timers, frames and idle moments that it waits for. */
  readonly timers: number;
  /** To the network. */
  readonly requests: number;
  /** Functions of the browser's own that are not there any more, by name. */
  readonly replaced: readonly string[];
}

/** Runs in the page, before all others: notes what is waited for. */
function watchTimers(): void {
  const waiting = new Set<string>();
  const page = globalThis as unknown as Record<string, (...args: unknown[]) => unknown>;
  const kinds = [
    ['setTimeout', 'clearTimeout', 'timer'],
    ['setInterval', 'clearInterval', 'timer'],
    ['requestAnimationFrame', 'cancelAnimationFrame', 'frame'],
    ['requestIdleCallback', 'cancelIdleCallback', 'idle'],
  ] as const;
  for (const [set, clear, kind] of kinds) {
    const { [set]: reallySet, [clear]: reallyClear } = page;
    page[set] = (work, ...rest) => {
      const handle = reallySet!(
        (...args: unknown[]) => {
          if (set != 'setInterval') waiting.delete(`${kind} ${handle}`);
          (work as (...args: unknown[]) => unknown)(...args);
        },
        ...rest,
      );
      waiting.add(`${kind} ${handle}`);
      return handle;
    };
    page[clear] = (handle) => {
      waiting.delete(`${kind} ${handle}`);
      reallyClear!(handle);
    };
  }
  Object.assign(globalThis, { waiting });
}

/** Runs in the page: remembers all functions of the browser's own, and makes `replaced()`, which names those that others have taken the place of. */
function watchFunctions(): void {
  const parts = (descriptor: PropertyDescriptor | undefined) => [descriptor?.value, descriptor?.get, descriptor?.set];
  const owners = new Map<object, string>([[document, 'document']]);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    // Getters give what there is one of, `navigator` and the like.
    const value = (globalThis as unknown as Record<string, unknown>)[name];
    if (!value || !/object|function/.test(typeof value) || owners.has(value)) continue;
    owners.set(value, name);
    const { prototype } = value as { prototype?: object };
    if (prototype && !owners.has(prototype)) owners.set(prototype, `${name}.prototype`);
  }
  const before = [...owners.keys()].map(
    (owner) =>
      [
        owner,
        new Map(Reflect.ownKeys(owner).map((key) => [key, parts(Reflect.getOwnPropertyDescriptor(owner, key))])),
      ] as const,
  );
  const replaced = () =>
    before.flatMap(([owner, known]) =>
      Reflect.ownKeys(owner)
        .filter((key) => {
          const old = known.get(key);
          const now = parts(Reflect.getOwnPropertyDescriptor(owner, key));
          // What is new is in the place of something where that was inherited.
          if (!old) return Reflect.has(Reflect.getPrototypeOf(owner) ?? {}, key);
          return now.some((part, at) => part != old[at] && [part, old[at]].some((each) => typeof each == 'function'));
        })
        .map((key) => `${owners.get(owner)}.${String(key)}`),
    );
  Object.assign(globalThis, { replaced });
}

/** Runs in the page. */
const read = (): Omit<Traces, 'requests'> => {
  const { waiting, replaced } = globalThis as unknown as { waiting: Set<string>; replaced(): string[] };
  return { timers: waiting.size, replaced: replaced() };
};

/** Watches a page from now on while something is done in it. */
export async function tracesOf(page: Page, work: () => Promise<void>): Promise<Traces> {
  await page.evaluate(watchTimers);
  await page.evaluate(watchFunctions);
  let requests = 0;
  page.on('request', (request) => (requests += Number(!request.url().startsWith('data:'))));
  await work();
  return { ...(await page.evaluate(read)), requests };
}
