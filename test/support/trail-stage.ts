/** What the stories of the trail are told on: pages with a trail, a browser that is cleared between them, and who gets what is sent. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import type { Browser } from './browser.ts';
import { openBrowser } from './open-browser.ts';
import { createInbox, type Inbox } from './otlp/inbox.ts';
import type { LogRecord } from './otlp/flatten.ts';
import { startReceiver, type Receiver } from './otlp/receiver.ts';
import { page, startSite, type Site } from './site.ts';
import type { Tab } from './tab.ts';

declare global {
  /** What the page's console was told. */
  var heard: string[];
  var wasRestored: boolean | undefined;
}

const LISTEN = `<script>
heard = [];
for (const level of ['warn', 'error']) console[level] = (...parts) => heard.push(parts.join(' '));
addEventListener('pageshow', ({ persisted }) => (wasRestored = persisted));
</script>`;

const trailPage = (endpoint: string) => page(`<h1>shop</h1><session-id-badge trail="${endpoint}"></session-id-badge>`, LISTEN);

/** What waits after a failure comes with the next try, or when the page that stored it is known to be gone: in ms. */
const PATIENCE = 30_000;

/** Everything but the inbox is there once the tests run. */
export interface TrailStage {
  readonly browser: Browser;
  /** `/` and `/next` have a trail to the inbox, `/without` has a badge only, `/elsewhere` nothing. */
  readonly site: Site;
  /** What the site itself receives, under /v1/logs. */
  readonly inbox: Inbox;
  /** A collector on another origin, to which `/collector` sends. */
  readonly collector: Receiver;
  /** The page as it is once its trail has sent something. */
  open(path?: string): Promise<Tab>;
  /** The errors that have arrived, those of a name or all. */
  messages(name?: string): LogRecord[];
  /** Resolves once an error of that name has arrived. */
  arrived(name: string): Promise<unknown>;
}

/** Something that goes wrong on the page, under a name. Runs in the page. */
export const fail = (name: string): void =>
  void setTimeout(() => dispatchEvent(new ErrorEvent('error', { message: name, error: new Error(name) })));

export const assertNothingSaid = async (tab: Tab): Promise<void> =>
  assert.deepEqual(await tab.evaluate(() => globalThis.heard), []);

/** Starts the site, the collectors and the browser for the tests of the file that calls it. */
export function useTrailPages(): TrailStage {
  const inbox = createInbox();
  let browser: Browser;
  let collector: Receiver;
  let deaf: Receiver;
  let site: Site;
  before(async () => {
    collector = await startReceiver();
    deaf = await startReceiver({ cors: false });
    site = await startSite({
      routes: {
        '/': trailPage('/v1/logs'),
        '/next': trailPage('/v1/logs'),
        '/without': page('<session-id-badge></session-id-badge>', LISTEN),
        '/elsewhere': '<!doctype html><title>elsewhere</title>',
        '/collector': trailPage(collector.url),
        '/deaf': trailPage(deaf.url),
        '/wrong': trailPage('/no/such/place'),
        '/nonsense': trailPage('ftp://collector.example/'),
        '/v1/logs': inbox.route,
      },
    });
    browser = await openBrowser();
  });
  afterEach(async () => {
    inbox.answer(200);
    await browser.clear();
    inbox.assertClean();
    collector.assertClean();
    inbox.clear();
    collector.clear();
  });
  after(async () => {
    await browser.close();
    site.close();
    await collector.close();
    await deaf.close();
  });

  const messages = (name?: string) =>
    inbox
      .records()
      .filter(({ attributes }) => attributes['exception.message'] && (!name || attributes['exception.message'] == name));
  return {
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
    inbox,
    get collector() {
      return collector;
    },
    async open(path = '/') {
      const visits = () => inbox.records().filter(({ eventName }) => eventName == 'browser.navigation').length;
      const before = visits();
      const tab = await browser.newTab(site.url + path);
      await inbox.waitFor(() => visits() > before);
      return tab;
    },
    messages,
    arrived: (name) => inbox.waitFor(() => messages(name).length, { timeout: PATIENCE }),
  };
}
