import type { EvaluateFunc, Page } from 'puppeteer-core';
import type { Visits } from './visits.ts';

/**
 * Opens so many tabs of one origin by somebody who was never here, each in a window of its own: all of them are visible and
 * paint, which only the one in front does of several in a window.
 */
export async function inTabs<Result>(
  visits: Visits,
  count: number,
  work: (tabs: readonly Page[]) => Promise<Result>,
): Promise<Result> {
  const context = await visits.newContext();
  try {
    const tabs: Page[] = [];
    // One after the other: windows that are asked for at once become tabs of one.
    while (tabs.length < count) tabs.push(await context.newPage({ type: 'window' }));
    await Promise.all(
      tabs.map((tab) => {
        tab.on('pageerror', (error) => console.error(error));
        return tab.goto(visits.origin);
      }),
    );
    await inAll(tabs, isPainting);
    return await work(tabs);
  } finally {
    await context.close();
  }
}

/** The same in the page of every tab, at once. */
export const inAll = <Args extends unknown[], Result>(
  tabs: readonly Page[],
  work: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>[]> =>
  Promise.all(tabs.map((tab) => tab.evaluate(work as EvaluateFunc<Args>, ...args) as Promise<Awaited<Result>>));

/** Runs in the page. */
async function isPainting(): Promise<void> {
  const frame = new Promise(requestAnimationFrame);
  const isLate = await Promise.race([frame, new Promise((resolve) => setTimeout(resolve, 5000, 'late'))]);
  if (document.visibilityState != 'visible' || isLate == 'late') throw new Error('a tab is hidden, and does not paint');
}
