import puppeteer, { type BrowserContext, type CDPSession, type Page } from 'puppeteer-core';
import { ensureBrowsers } from '../tools/browsers.mjs';
import { launchOptions } from '../tools/launch-options.ts';
import { ours } from './peers.ts';
import { serve, type Intake } from './server.ts';

type Work<Result> = (page: Page, cdp: CDPSession) => Promise<Result>;

/** Opens blank pages of one origin in a real Chromium, each in a tab of its own. */
export interface Visits {
  /** The browser's name and version. */
  readonly version: string;
  /** The pages' own. */
  readonly origin: string;
  /** Another origin, which answers with an `Echo`. */
  readonly other: string;
  /** Somewhere to send to, on the pages' own origin. */
  openIntake(): Intake;
  /** By a customer whose cookie is there, from an earlier page. */
  again<Result>(work: Work<Result>): Promise<Result>;
  /** By one who was never here. */
  first<Result>(work: Work<Result>): Promise<Result>;
  /** One who was never here, for more than one tab. */
  newContext(): Promise<BrowserContext>;
  close(): Promise<void>;
}

export async function openVisits(): Promise<Visits> {
  // No other engine is looked for, or installed.
  process.env.BROWSERS = 'chromium';
  const { chromium } = await ensureBrowsers();
  const server = await serve();
  const browser = await puppeteer.launch(launchOptions('chromium', chromium!, []));

  const visit = async <Result>(context: BrowserContext, work: Work<Result>): Promise<Result> => {
    const page = await context.newPage();
    try {
      page.on('pageerror', (error) => console.error(error));
      await page.goto(server.origin);
      return await work(page, await page.createCDPSession());
    } finally {
      await page.close();
    }
  };

  const known = await browser.createBrowserContext();
  await visit(known, async (page) => {
    await page.addScriptTag({ type: 'module', content: ours.code });
    await page.evaluate(async (tag) => {
      await customElements.whenDefined(tag);
      const badge = document.createElement(tag) as HTMLElement & { session: unknown };
      document.body.append(badge);
      while (!badge.session) await new Promise((resolve) => setTimeout(resolve, 10));
    }, ours.tag);
    if (!(await page.evaluate(() => document.cookie))) throw new Error('the first visit left no cookie');
  });

  return {
    version: await browser.version(),
    origin: server.origin,
    other: server.other,
    openIntake: server.openIntake,
    again: (work) => visit(known, work),
    first: async (work) => {
      const context = await browser.createBrowserContext();
      try {
        return await visit(context, work);
      } finally {
        await context.close();
      }
    },
    newContext: () => browser.createBrowserContext(),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
