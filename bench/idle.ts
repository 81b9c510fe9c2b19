import type { CDPSession, Page } from 'puppeteer-core';
import { askedAt, countAsked, wake, type Asked } from './idle-page.ts';
import { worked } from './main-thread.ts';
import { sleep } from './sleep.ts';
import { bundle, floor, ours as badge } from './peers.ts';
import type { Question } from './question.ts';
import { begin } from './reset-page.ts';
import type { Intake } from './server.ts';
import { table } from './table.ts';
import type { Visits } from './visits.ts';
import { CATEGORIES, wakeUps } from './wake-ups.ts';

const SECONDS = 60;
/** Until whatever it does at its start is over, in ms. */
const START = 5000;
/** Behind each mark in the trace, which DevTools sets, in ms. */
const REST = 500;
/** How often each page is woken up in the end, which the trace has to show. */
const ALARMS = 3;

interface Idler {
  readonly name: string;
  readonly codes: readonly [module: string, classic: string];
}

const code = (entry: string) => bundle(entry, 'iife');

const ours: Idler = { name: 'ours', codes: [badge.code, await code('reset/ours')] };
const idlers: readonly Idler[] = [
  ours,
  { name: floor.name, codes: [floor.code, await code('idle/floor')] },
  { name: 'Datadog RUM slim', codes: ['', await code('reset/datadog')] },
  { name: 'Faro', codes: ['', await code('reset/faro')] },
  { name: 'OpenTelemetry session manager', codes: ['', await code('idle/opentelemetry')] },
  { name: 'nothing', codes: ['', 'globalThis.begin = () => {}'] },
];

interface Idle extends Asked {
  readonly wakeUps: number;
  readonly cpu: number;
}

/** What does a page do that is left alone? */
export function askIdle(visits: Visits): Question {
  const all = new Map<string, Idle>();

  /** In a window of its own, by somebody who was never here: cookies of one are no news for another. */
  async function open({ codes }: Idler, intake: Intake): Promise<{ page: Page; cdp: CDPSession }> {
    const context = await visits.newContext();
    const page = await context.newPage({ type: 'window' });
    page.on('pageerror', (error) => console.error(error));
    await page.evaluateOnNewDocument(countAsked);
    await page.goto(visits.origin);
    await page.evaluate(begin, codes, intake.url);
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable');
    return { page, cdp };
  }

  return {
    title: 'Idle',
    method: `A page left alone for ${SECONDS} s, ${START / 1000} s after its start, with \`cookieStore\`; all peers at the same time, each in a visible window of its own and with cookies of its own. Wake-ups: how often script of the page began to run (timers, frames, events, callbacks, microtasks), from a trace; a timer at the end of all was seen in it. Set: timers, frames and idle callbacks set meanwhile; to come: those still waiting at the end. Cookie: by \`document.cookie\` and \`cookieStore\`, counted around these, as \`localStorage\` is. CPU of the main thread in ms, the trace included.`,
    rounds: 1,
    async round() {
      const pages: { page: Page; cdp: CDPSession }[] = [];
      for (const idler of idlers) pages.push(await open(idler, visits.openIntake()));
      await sleep(START);
      const { tracing } = pages[0]!.page;
      await tracing.start({ categories: CATEGORIES });
      const look = (mark: string) => Promise.all(pages.map(({ page }, at) => page.evaluate(askedAt, `${mark} ${at}`)));
      const work = () => Promise.all(pages.map(async ({ cdp }) => (await worked(cdp)).cpu));
      const [workBefore, before] = [await work(), await look('begin')];
      await sleep(REST + SECONDS * 1000);
      const [after, workAfter] = [await look('end'), await work()];
      await Promise.all(pages.map(({ page }) => page.evaluate(wake, ALARMS)));
      await look('last');
      const trace = Buffer.from((await tracing.stop())!);
      for (const [at, { name }] of idlers.entries()) {
        const alarms = wakeUps(trace, `end ${at}`, `last ${at}`, 0).filter((what) => what == 'TimerFire');
        if (alarms.length < ALARMS) throw new Error(`${name}: the trace does not show what wakes up a page`);
        const [{ pending, ...asked }, since] = [after[at]!, before[at]!];
        const counts = Object.entries(asked).map(([what, count]) => [what, count - since[what as keyof Asked]] as const);
        all.set(name, {
          ...(Object.fromEntries(counts) as unknown as Asked),
          pending,
          wakeUps: wakeUps(trace, `begin ${at}`, `end ${at}`, REST * 1000).length,
          cpu: workAfter[at]! - workBefore[at]!,
        });
      }
      if (!before[0]!.cookieReads || !before[0]!.storageReads) throw new Error('nobody has counted what is read');
      for (const { page } of pages) await page.browserContext().close();
    },
    table: () =>
      table(
        ['peer', 'wake-ups', 'set', 'to come', 'cookie read', 'written', 'storage read', 'written', 'requests', 'CPU, ms'],
        [...all].map(([name, { wakeUps, timers, pending, requests, cpu, ...idle }]) => [
          name,
          ...[
            wakeUps,
            timers,
            pending,
            idle.cookieReads,
            idle.cookieWrites,
            idle.storageReads,
            idle.storageWrites,
            requests,
          ].map(String),
          cpu.toFixed(1),
        ]),
      ),
    verdicts() {
      const { wakeUps } = all.get(ours.name)!;
      return [{ what: 'idle, 60 s with cookieStore', goal: '0 wake-ups', measured: `${wakeUps} wake-ups`, isMet: !wakeUps }];
    },
  };
}
