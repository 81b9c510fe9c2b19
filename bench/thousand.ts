import type { CDPSession } from 'puppeteer-core';
import { floor, peers } from './peers.ts';
import { rotated, type Question } from './question.ts';
import { Samples } from './samples.ts';
import { table, times } from './table.ts';
import type { Visits } from './visits.ts';

const COUNT = 1000;

/** What is in memory, after all that can go has gone. */
async function weigh(cdp: CDPSession): Promise<{ heap: number; dom: number; nodes: number; listeners: number }> {
  // Twice: what finalizers let go of goes with the second.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const { embedderHeapUsedSize } = await cdp.send('Runtime.getHeapUsage');
  const metric = (name: string) => metrics.find((each) => each.name == name)!.value;
  return {
    heap: metric('JSHeapUsedSize'),
    dom: embedderHeapUsedSize,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

/** Runs in the page. */
async function define(code: string, tag: string): Promise<void> {
  const script = document.createElement('script');
  script.type = 'module';
  script.text = code;
  document.head.append(script);
  await customElements.whenDefined(tag);
}

/** Runs in the page: ms until all elements have their text in a frame, and the next frame has come. */
async function render(tag: string, count: number): Promise<number> {
  const frame = () => new Promise(requestAnimationFrame);
  const isShown = ({ shadowRoot }: Element) => !!shadowRoot?.querySelector('[part=id]')?.textContent;
  await frame();
  const start = performance.now();
  document.body.innerHTML = `<${tag}></${tag}>`.repeat(count);
  const elements = [...document.body.children];
  do await frame();
  while (!elements.every(isShown));
  await frame();
  return performance.now() - start;
}

/** What do a thousand on one page cost? */
export function askThousand(visits: Visits): Question {
  const measured = {
    ms: new Samples(),
    heap: new Samples(),
    dom: new Samples(),
    nodes: new Samples(),
    listeners: new Samples(),
  };

  return {
    title: 'A thousand on one page',
    method: `${COUNT} elements put into a page that has the script and a session from an earlier page, until the frame after the one in which all have their text. Then, after garbage collection, what is in memory beyond what was there before them, each divided by ${COUNT}. JS heap: V8's. DOM heap: Blink's (\`embedderHeapUsedSize\`). Medians.`,
    rounds: 7,
    async round(index) {
      for (const { name, code, tag } of rotated(peers, index)) {
        await visits.again(async (page, cdp) => {
          await cdp.send('Performance.enable');
          await page.evaluate(define, code, tag);
          const before = await weigh(cdp);
          measured.ms.add(name, await page.evaluate(render, tag, COUNT));
          // Events that come a task later are over.
          await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
          const after = await weigh(cdp);
          for (const what of ['heap', 'dom', 'nodes', 'listeners'] as const)
            measured[what].add(name, (after[what] - before[what]) / COUNT);
        });
      }
    },
    table: () =>
      table(
        [
          'peer',
          'ms for all',
          'worst',
          'to the floor',
          'JS heap, bytes',
          'to the floor',
          'DOM heap, bytes',
          'nodes',
          'listeners',
        ],
        peers.map(({ name }) => [
          name,
          measured.ms.median(name).toFixed(0),
          measured.ms.worst(name).toFixed(0),
          times(measured.ms.ratio(name, floor.name)),
          measured.heap.median(name).toFixed(0),
          times(measured.heap.ratio(name, floor.name)),
          measured.dom.median(name).toFixed(0),
          measured.nodes.median(name).toFixed(1),
          measured.listeners.median(name).toFixed(1),
        ]),
      ),
  };
}
