import type { CDPSession, Page } from 'puppeteer-core';
import type { Intake } from '../server.ts';
import { acts, type Recording } from './peers.ts';

/** What happens in a page: see `peers/trail/acts.ts`. */
export type Act = 'error' | 'same error' | 'pushError' | 'violation' | 'pushEvent' | 'same pushEvent' | 'same copy';

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What the main thread has done so far, in ms: its CPU, and the time of its tasks. */
export interface Work {
  readonly cpu: number;
  readonly wall: number;
}

export async function worked(cdp: CDPSession): Promise<Work> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name == name)!.value * 1000;
  return { cpu: metric('ThreadTime'), wall: metric('TaskDuration') };
}

export const between = (before: Work, after: Work): Work => ({ cpu: after.cpu - before.cpu, wall: after.wall - before.wall });

/** Puppeteer has the page report all that it sends and receives: that is not to be measured. */
export async function quieten(page: Page, cdp: CDPSession): Promise<void> {
  await cdp.send('Performance.enable');
  await (page as unknown as { _client(): CDPSession })._client().send('Network.disable');
}

/** Starts it in the page, and waits until it has said all that it has to say of a page that has begun. */
export async function begin(page: Page, { code, before }: Recording, intake: Intake, ...options: number[]): Promise<void> {
  await page.evaluate(
    (codes, url, options) => {
      for (const code of codes) {
        const script = document.createElement('script');
        script.text = code;
        document.head.append(script);
      }
      (globalThis as unknown as { begin(url: string, ...options: number[]): unknown }).begin(url, ...options);
    },
    // Stacks have addresses in them.
    [before ?? '', code, `${acts}\n//# sourceURL=${new URL(intake.url).origin}/assets/app.js`],
    intake.url,
    options,
  );
  await sleep(2500);
}

/** Lets it happen; answers ms until the last one was done. */
export const act = (page: Page, ...args: [act: Act, count: number, inTask: number, pause: number]): Promise<number> =>
  page.evaluate((...args) => (globalThis as unknown as { act(...args: unknown[]): Promise<number> }).act(...args), ...args);
