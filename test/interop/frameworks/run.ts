// The badge in real frameworks, in Chromium: npm run test:frameworks -- [app …]
import puppeteer, { type Browser } from 'puppeteer-core';
import { ensureBrowsers } from '../../../tools/browsers.mjs';
import { exitOnSignals } from '../../../tools/exit-on-signals.ts';
import { launchOptions } from '../../../tools/launch-options.ts';
import { apps, type App } from './apps.ts';
import { checks, type Mode, type Stage } from './checks.ts';
import { serve } from './serve.ts';
import { writeTable, type Result } from './table.ts';
import { Visit } from './visit.ts';
import { buildApp, folderOf, packBadge, provide, titleOf } from './workplace.ts';

let passed = 0;
let failed = 0;

function report(app: App, what: string, error?: unknown): void {
  error ? failed++ : passed++;
  console.log(`${error ? '✗' : '✓'} ${app.name}: ${what}`);
  if (error) console.log(String(error).replace(/^/gm, '    '));
}

/** Serves the app in that mode and makes all checks that concern it. Resolves to the titles of those that failed. */
async function check(browser: Browser, app: App, mode: Mode): Promise<string[]> {
  const failures: string[] = [];
  const server = await serve(folderOf(app), mode == 'dev' ? 'dev' : 'start');
  const said: string[] = [];
  const visit = async (heard = said): Promise<Visit> => Visit.begin(await browser.createBrowserContext(), server.url, heard);
  try {
    // A dev server builds on the first visit, and may load the page again for it.
    if (mode == 'dev') await (await visit([])).open();
    const stage: Stage = { app, url: server.url, visit, said };
    for (const { title, modes, concerns, run } of checks) {
      if (!modes.includes(mode) || !concerns(app)) continue;
      const error = await run(stage).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      report(app, `${title} (${mode})`, error);
      if (error) failures.push(title);
    }
  } finally {
    for (const context of browser.browserContexts()) if (context.id) await context.close();
    await server.close();
  }
  return failures;
}

/** Resolves to the titles of the checks that failed: all of them where the app cannot be built or served. */
async function tryApp(browser: Browser, app: App): Promise<string[]> {
  try {
    await buildApp(app);
    report(app, 'is built');
    return [...(await check(browser, app, 'production')), ...(await check(browser, app, 'dev'))];
  } catch (error) {
    report(app, 'is built and served', error);
    return checks.map(({ title }) => title);
  }
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !apps.some((app) => app.name == name));
if (unknown.length) throw new Error(`no app ${unknown.join(', ')}, only ${apps.map(({ name }) => name).join(', ')}`);

exitOnSignals();
process.env.BROWSERS = 'chromium';
const { chromium } = await ensureBrowsers();
packBadge();
const browser = await puppeteer.launch(launchOptions('chromium', chromium!, []));
const results: Result[] = [];
try {
  for (const app of apps.filter(({ name }) => !names.length || names.includes(name))) {
    if (!provide(app)) continue;
    const failures = new Set(await tryApp(browser, app));
    results.push({ app, framework: titleOf(app.framework, app), tool: app.tool ? titleOf(app.tool, app) : '–', failures });
  }
} finally {
  await browser.close();
}
await writeTable(results);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
