/** Pages with the real SDK of somebody else on them, a stand-in for where it sends to, and the story that all of them tell. */
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { text } from 'node:stream/consumers';
import type { Browser } from './browser.ts';
import { bundle } from './bundle.ts';
import { hostPage, hostRoutes, shownId } from './host-page.ts';
import { openBrowser } from './open-browser.ts';
import { BLANK, idAfter } from './session-stories.ts';
import { startSite, type Reply, type Route, type Site } from './site.ts';
import type { Tab } from './tab.ts';

/** Takes what an SDK sends, and keeps what `read` finds in each body. */
export class Intake<Item> {
  readonly items: Item[] = [];
  readonly #arrived = new EventEmitter();
  readonly #read: (body: string) => readonly Item[];

  constructor(read: (body: string) => readonly Item[]) {
    this.#read = read;
  }

  async answer(request: IncomingMessage): Promise<Reply> {
    this.items.push(...this.#read(await text(request)));
    this.#arrived.emit('items');
    return { headers: { 'content-type': 'application/json' }, body: '{}' };
  }

  /** The items that are meant, as soon as so many have arrived. */
  async find(meant: (item: Item) => unknown, count = 1): Promise<Item[]> {
    const signal = AbortSignal.timeout(10_000);
    for (;;) {
      const items = this.items.filter(meant);
      if (items.length >= count) return items;
      await once(this.#arrived, 'items', { signal }).catch((cause: Error) => {
        const all = JSON.stringify(this.items, null, 1);
        throw new Error(`${items.length} of ${count} came: ${meant}; of\n${all}`, { cause });
      });
    }
  }
}

/** The script of a page, made from `test/interop/pages/<name>.ts`: what that exports becomes global. */
export const pageScript = (name: string): Promise<Reply> => {
  const file = path.join(import.meta.dirname, '../interop/pages', `${name}.ts`);
  return bundle(`import * as page from ${JSON.stringify(file)}; Object.assign(globalThis, page);`);
};

/**
 * A site with a page made from `test/interop/pages/<name>.ts`, and a blank one. The page's policy lets it speak to the site alone:
 * `assertQuiet` finds what was meant for anywhere else.
 */
export async function startSdkSite(name: string, intakes: Record<string, Route>): Promise<Site> {
  const csp = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'";
  return startSite({
    routes: {
      ...hostRoutes,
      '/': hostPage('<button id="buy">Buy</button>', { csp, scripts: ['/page.js'] }),
      '/page.js': await pageScript(name),
      '/blank': BLANK,
      ...intakes,
    },
  });
}

/** What the stories of one SDK are told on; all is there once the tests run, and the intake is new for each. */
export interface SdkStage<Item> {
  readonly browser: Browser;
  readonly site: Site;
  readonly intake: Intake<Item>;
}

/** Starts the site and a browser for the tests of the file that calls it. The SDK sends to these paths of the site. */
export function useSdk<Item>(name: string, paths: readonly string[], read: (body: string) => readonly Item[]): SdkStage<Item> {
  const stage = {} as { -readonly [Part in keyof SdkStage<Item>]: SdkStage<Item>[Part] };
  const answer: Route = (request) => stage.intake.answer(request);
  before(async () => {
    stage.site = await startSdkSite(name, Object.fromEntries(paths.map((at) => [at, answer])));
    stage.browser = await openBrowser();
  });
  beforeEach(() => void (stage.intake = new Intake(read)));
  afterEach(() => stage.browser.clear('blank'));
  after(async () => {
    await stage.browser.close();
    stage.site.close();
  });
  return stage;
}

/** Has the page record one of each kind of item. */
export const say = (tab: Tab, word: string): Promise<void> => tab.evaluate((name) => globalThis.sdkPage.say(name), word);

/** What has arrived under one name: where the ID is on each item, and all that was sent. */
export interface Heard {
  ids: unknown[];
  whole: string;
}

/**
 * The ID that the badge shows is on all that the SDK sends: of a session that was renewed, of one whose cookie was deleted. What is
 * recorded while there is none, and after the end, carries none; nothing carries one of before. Resolves to all IDs.
 */
export async function assertCarriesOurs(tab: Tab, heard: (word: string) => Promise<Heard>): Promise<string[]> {
  const assertHeard = async (word: string, id: string | undefined, others: readonly string[]) => {
    const { ids, whole } = await heard(word);
    assert.deepEqual(new Set(ids), new Set([id]), `${word}: ${whole}`);
    for (const other of others) assert.ok(!whole.includes(other), `${word} with ${other}: ${whole}`);
  };
  const first = await shownId(tab);
  await say(tab, 'first');
  await tab.evaluate(async () => {
    // At once: what waits to be sent together is of two sessions.
    globalThis.sdkPage.say('last of first');
    await globalThis.badge()!.manager!.renew();
    globalThis.sdkPage.say('second');
  });
  const second = await tab.waitFor(idAfter, { argument: first });
  await assertHeard('first', first, [second]);
  await assertHeard('last of first', first, [second]);
  await assertHeard('second', second, [first]);

  await tab.evaluate(() => {
    const manager = globalThis.badge()!.manager!;
    const end = manager.subscribe(() => {
      if (manager.session) return;
      globalThis.sdkPage.say('between');
      end();
    });
    document.cookie = 'diagnostic_session=; max-age=0';
  });
  const third = await tab.waitFor(idAfter, { argument: second });
  await say(tab, 'third');
  assert.equal(await shownId(tab), third);
  await assertHeard('between', undefined, [first, second, third]);
  await assertHeard('third', third, [first, second]);

  if (!(await tab.evaluate(() => globalThis.sdkPage.end && (globalThis.sdkPage.end(), true)))) return [first, second, third];
  await say(tab, 'after the end');
  await assertHeard('after the end', undefined, [first, second, third]);
  return [first, second, third];
}
