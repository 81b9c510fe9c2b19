import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inSoak, isSoak, useOrigins } from '../support/origins.ts';
import { shownId } from '../support/session-stories.ts';
import { page } from '../support/site.ts';
import type { Tab } from '../support/tab.ts';

/** How long to look at a page that is left alone, in seconds. The soak looks for longer. */
const SECONDS = isSoak ? 60 : 4;

/** What a page does. */
interface Doings {
  /** Timers, intervals, animation frames and idle callbacks that are waiting now. */
  waiting: string[];
  /** Their calls, and those of event listeners. */
  wakeUps: string[];
  reads: number;
  writes: number;
}

declare global {
  var doings: Doings;
}

/** Counts all that the scripts after it do, before the badge is loaded. */
function count(): void {
  const waiting = new Map<string, string>();
  globalThis.doings = {
    get waiting() {
      return [...waiting.values()];
    },
    wakeUps: [],
    reads: 0,
    writes: 0,
  };
  type Wrapped = Record<string, (...args: unknown[]) => unknown>;
  const scope = globalThis as unknown as Wrapped;

  /** `setTimeout` and its like: what is called once stops waiting then. */
  function wrapTimer(set: string, clear: string, isOnce: boolean): void {
    const [doSet, doClear] = [scope[set]!, scope[clear]!];
    scope[set] = (callback: unknown, ...rest: unknown[]) => {
      const handle = doSet.call(
        globalThis,
        (...args: unknown[]) => {
          globalThis.doings.wakeUps.push(set);
          if (isOnce) waiting.delete(set + handle);
          (callback as (...args: unknown[]) => void)(...args);
        },
        ...rest,
      );
      // While it asks, WebKit's driver has a timer of its own in the page: half a minute for the answer.
      if (rest[0] != 30_000) waiting.set(set + handle, `${set} ${rest}`);
      return handle;
    };
    scope[clear] = (handle: unknown) => {
      waiting.delete(set + handle);
      doClear.call(globalThis, handle);
    };
  }
  wrapTimer('setTimeout', 'clearTimeout', true);
  wrapTimer('setInterval', 'clearInterval', false);
  wrapTimer('requestAnimationFrame', 'cancelAnimationFrame', true);
  if (scope.requestIdleCallback) wrapTimer('requestIdleCallback', 'cancelIdleCallback', true);

  const events = EventTarget.prototype as unknown as Wrapped;
  const wrappers = new WeakMap<object, EventListener>();
  const wrapped = (listener: EventListenerOrEventListenerObject) => {
    let wrapper = wrappers.get(listener);
    if (!wrapper) {
      wrapper = function (this: unknown, event: Event) {
        globalThis.doings.wakeUps.push(event.type);
        return typeof listener == 'function' ? listener.call(this as EventTarget, event) : listener.handleEvent(event);
      };
      wrappers.set(listener, wrapper);
    }
    return wrapper;
  };
  for (const method of ['addEventListener', 'removeEventListener']) {
    const original = events[method]!;
    events[method] = function (type: unknown, listener: unknown, options: unknown) {
      return original.call(this, type, listener && wrapped(listener as EventListener), options);
    };
  }

  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get() {
      globalThis.doings.reads++;
      return get!.call(this);
    },
    set(value) {
      globalThis.doings.writes++;
      set!.call(this, value);
    },
  });
  if (!globalThis.CookieStore) return;
  const store = CookieStore.prototype as unknown as Wrapped;
  for (const [method, kind] of [
    ['get', 'reads'],
    ['getAll', 'reads'],
    ['set', 'writes'],
    ['delete', 'writes'],
  ] as const) {
    const original = store[method]!;
    store[method] = function (...args: unknown[]) {
      globalThis.doings[kind]++;
      return original.apply(this, args);
    };
  }
}

const routes = { '/': page('<session-id-badge></session-id-badge>', `<script>(${count})()</script>`) };
const { origins, secureAndPlain, newTab, clear } = useOrigins(routes);
afterEach(clear);

/** A page that has settled: what it began once has come to its end. */
async function openPage(url: string): Promise<Tab> {
  const tab = await newTab(url);
  await tab.waitFor(shownId);
  return tab;
}

const hasNoTimeout = () => !globalThis.doings.waiting.some((timer) => !timer.startsWith('setInterval'));

/** What the page does in that time, once all that it began before has ended. Being asked counts as nothing. */
async function leaveAlone(tab: Tab): Promise<Doings> {
  await tab.waitFor(hasNoTimeout, { timeout: 15_000 });
  await tab.evaluate(() => {
    globalThis.doings.wakeUps.length = globalThis.doings.reads = globalThis.doings.writes = 0;
  });
  await sleep(SECONDS * 1000);
  return tab.evaluate(() => ({ ...globalThis.doings }));
}

const timeout = 60_000 + SECONDS * 1000;

for (const { name, url, isSecureContext } of isSoak ? origins : secureAndPlain) {
  describe(`a page left alone for ${SECONDS} s on ${name}`, () => {
    if (isSecureContext) {
      test('does nothing: no timer, no wake-up, no look at the cookie', { timeout }, async () => {
        const tab = await openPage(`${url()}/`);
        assert.deepEqual(await leaveAlone(tab), { waiting: [], wakeUps: [], reads: 0, writes: 0 });
      });
      return;
    }

    test('looks at the cookie about once a second while it is visible', { timeout }, async () => {
      const tab = await openPage(`${url()}/`);
      const { reads, writes, waiting, wakeUps } = await leaveAlone(tab);
      assert.ok(reads >= SECONDS - 2 && reads <= SECONDS + 2, `${reads} reads`);
      assert.ok(wakeUps.length <= SECONDS + 2, wakeUps.join());
      assert.deepEqual({ waiting: waiting.length, writes }, { waiting: 1, writes: 0 });
    });

    inSoak('does not look at the cookie while it is hidden', { timeout }, async () => {
      const tab = await openPage(`${url()}/`);
      await newTab();
      await tab.waitFor(() => document.hidden);
      const { reads, writes } = await leaveAlone(tab);
      assert.deepEqual({ reads, writes }, { reads: 0, writes: 0 });
    });
  });
}
