import type { Page } from 'puppeteer-core';

interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
}

/** The longest task of the page's main thread meanwhile, in ms. Not its CPU: traces have that by sampling, and ascribe it to later tasks. */
export async function longest(page: Page, work: () => Promise<void>): Promise<number> {
  await page.tracing.start({ categories: ['disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse(Buffer.from((await page.tracing.stop())!).toString()) as { traceEvents: Traced[] };
  const { pid, tid } = traceEvents.find(({ name }) => name == 'TimeStamp')!;
  const tasks = traceEvents.filter((event) => event.name == 'RunTask' && event.pid == pid && event.tid == tid);
  return tasks.reduce((most, { dur = 0 }) => Math.max(most, dur), 0) / 1000;
}
