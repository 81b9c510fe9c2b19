import type { CDPSession, Page } from 'puppeteer-core';

/** What a page's main thread has done, in ms: its CPU, not what others did on its core, and the time of its tasks. */
export interface Work {
  readonly cpu: number;
  readonly wall: number;
}

/** Until now. `Performance` is to be enabled. */
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
