import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { text } from 'node:stream/consumers';
import type { Browser } from '../support/browser.ts';
import { bundle } from '../support/bundle.ts';
import { hostPage, hostRoutes, shownId } from '../support/host-page.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startSite, type Site } from '../support/site.ts';

declare global {
  /** What the recipes have made of the page: a logger each, and all that they have said. */
  var recipes: {
    log: (...parts: unknown[]) => void;
    logger: { info(object: object, message: string): void };
    infos: string[];
    dataLayer: { event: string; diagnostic_session_id: string; diagnostic_session_reason: string }[];
    reports: { message: string; 'session.id': string | null }[];
  };
}

const root = path.join(import.meta.dirname, '../..');
const docs = readFileSync(path.join(root, 'docs/recipes.md'), 'utf8');

/** The code under that heading, as it stands there. */
const recipe = (heading: string): string => docs.split(`**${heading}**`)[1]!.match(/```js\n(.*?)```/s)![1]!;

// The very recipes; what they leave to the host stands before them.
const HOST = `
import { getSessionManager } from '${root}/src/session/index.ts';
const manager = getSessionManager();
const infos = [], dataLayer = [], reports = [];
console.info = (...parts) => infos.push(parts.join(' '));
const report = (what) => reports.push(what);
${recipe('Console logger')}
${recipe('pino in the browser')}
${recipe('Google Tag Manager')}
${recipe('Error pages and error boundaries')}
globalThis.recipes = { log, logger, infos, dataLayer, reports };
`;

let browser: Browser;
let site: Site;
const lines: Record<string, unknown>[] = [];
const arrivals = new EventEmitter();
before(async () => {
  site = await startSite({
    routes: {
      ...hostRoutes,
      '/': hostPage('<session-id-badge></session-id-badge><form><input data-session-id name="session"></form>', {
        scripts: ['/recipes.js', '/dist/cdn.js'],
      }),
      '/recipes.js': await bundle(HOST),
      '/log': async (request) => {
        lines.push(JSON.parse(await text(request)));
        arrivals.emit('line');
        return '';
      },
    },
  });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  site.close();
});

test('the recipes for host code, as the docs have them, follow the session of the badge', async () => {
  const tab = await browser.newTab(site.url);
  const first = await shownId(tab);
  const say = (word: string) =>
    tab.evaluate((message) => {
      globalThis.recipes.log(message);
      globalThis.recipes.logger.info({ order: 1 }, message);
      dispatchEvent(new ErrorEvent('error', { message }));
      void Promise.reject(new Error(message));
    }, word);

  await say('before');
  await tab.evaluate(() =>
    globalThis
      .badge()!
      .manager!.renew('logout')
      .then(() => {}),
  );
  const second = await shownId(tab);
  assert.notEqual(second, first);
  await say('after');

  const { infos, dataLayer, reports } = await tab.waitFor(
    () => globalThis.recipes.reports.length == 4 && JSON.parse(JSON.stringify(globalThis.recipes)),
  );
  assert.deepEqual(infos, [`[${first}] before`, `[${second}] after`]);
  assert.deepEqual(dataLayer, [
    { event: 'diagnostic_session', diagnostic_session_id: first, diagnostic_session_reason: 'start' },
    { event: 'diagnostic_session', diagnostic_session_id: second, diagnostic_session_reason: 'logout' },
  ]);
  assert.deepEqual(reports, [
    { message: 'before', 'session.id': first },
    { message: 'Error: before', 'session.id': first },
    { message: 'after', 'session.id': second },
    { message: 'Error: after', 'session.id': second },
  ]);
  while (lines.length < 2) await once(arrivals, 'line');
  assert.deepEqual(
    lines.map(({ order, msg, 'session.id': id }) => [order, msg, id]),
    [
      [1, 'before', first],
      [1, 'after', second],
    ],
  );
  assert.equal(await tab.evaluate(() => new FormData(document.querySelector('form')!).get('session')), second);
});
