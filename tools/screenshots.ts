// Takes the README's pictures of the demo as it is built, into docs/pictures/, light and dark: the badge in a footer, and the desk with a
// session in which an order fails.
//   npm run screenshots
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core';
import { startShop } from '../demo/server.ts';
import { ensureBrowsers } from './browsers.mjs';
import { launchOptions } from './launch-options.ts';

const folder = path.join(import.meta.dirname, '../docs/pictures');
mkdirSync(folder, { recursive: true });

const { chromium } = await ensureBrowsers();
if (!chromium) throw new Error('The pictures are taken in Chromium, and there is none.');
const shop = await startShop({ port: 0 });
const browser = await puppeteer.launch(launchOptions('chromium', chromium, []));

const take = (target: Page | ElementHandle, name: string) => target.screenshot({ path: path.join(folder, `${name}.png`) });

async function takeFooters(page: Page): Promise<void> {
  await page.setViewport({ width: 720, height: 400, deviceScaleFactor: 2 });
  for (const [name, look] of Object.entries({ light: 'bootstrap', dark: 'bootstrap-dark' })) {
    await page.goto(`${shop.url}/looks/${look}?lang=en`);
    await page.waitForSelector('session-id-badge:not(:state(pending))');
    await take((await page.$('footer'))!, `badge-${name}`);
  }
}

/** An order that fails three times, after which the customer copies the ID. Answers the ID once the desk has all of it. */
async function failedOrder(page: Page): Promise<string> {
  await page.goto(`${shop.url}/breaks?lang=en`);
  await page.waitForSelector('session-id-badge:not(:state(pending))');
  // An answer each, before the next click.
  for (let times = 0; times < 3; times++) {
    await Promise.all([page.waitForResponse(`${shop.url}/breaks/order`), page.click('#order button')]);
  }
  const [id] = await Promise.all([
    page.$eval('session-id-badge', (badge) => badge.session!.id),
    page.waitForResponse((response) => !!response.request().postData()?.includes('session_badge.id.copied')),
    page.click('session-id-badge >>> [part=copy-button]'),
  ]);
  return id;
}

async function takeDesk(page: Page, id: string): Promise<void> {
  await page.setViewport({ width: 1100, height: 800, deviceScaleFactor: 2 });
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.goto(`${shop.deskUrl}/sessions/${id}?lang=en`);
    await page.waitForSelector('desk-page >>> desk-session >>> h1');
    await take(page, `desk-${value}`);
  }
}

try {
  const page = await browser.newPage();
  await takeFooters(page);
  await takeDesk(page, await failedOrder(page));
} finally {
  await browser.close();
  await shop.close();
}
