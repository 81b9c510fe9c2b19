import type { Page } from 'puppeteer-core';
import { sleep } from '../sleep.ts';
import type { Intake } from '../server.ts';
import { acts, type Recording } from './peers.ts';

/** What happens in a page: see `peers/trail/acts.ts`. */
export type Act = 'error' | 'same error' | 'violation' | 'pushEvent';

/** After so many ms each has said what it says of a page that has begun: ours and OpenTelemetry wait for a second, Faro for less. */
export const WHOLE_START = 1500;

/** Starts it in the page, and waits until it has said all that it has to say of a page that has begun. */
export async function begin(page: Page, peer: Recording, intake: Intake, ...options: number[]): Promise<void> {
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
    [peer.code, `${acts}\n//# sourceURL=${new URL(intake.url).origin}/assets/app.js`],
    intake.url,
    options,
  );
  await sleep(WHOLE_START);
}

/** Lets it happen; answers ms until the last one was done. */
export const act = (page: Page, ...args: [act: Act, count: number, inTask: number, pause: number]): Promise<number> =>
  page.evaluate((...args) => (globalThis as unknown as { act(...args: unknown[]): Promise<number> }).act(...args), ...args);

/** As where the customer leaves it: then is said what was only counted so far, for which ours would otherwise wait for 10 s. */
export const leave = (page: Page): Promise<boolean> => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
