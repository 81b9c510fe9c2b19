import type { CDPSession } from 'puppeteer-core';

/** What is in memory. */
export interface Weight {
  /** Bytes of V8's heap. Texts of scripts are outside of it. */
  readonly heap: number;
  /** Bytes of Blink's. */
  readonly dom: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** After all that can go has gone. `Performance` is to be enabled. */
export async function weigh(cdp: CDPSession): Promise<Weight> {
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

export const weightBetween = (before: Weight, after: Weight): Weight => ({
  heap: after.heap - before.heap,
  dom: after.dom - before.dom,
  nodes: after.nodes - before.nodes,
  listeners: after.listeners - before.listeners,
});

/** How many listen to what there is once in a page. */
export async function globalListeners(cdp: CDPSession): Promise<number> {
  let count = 0;
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'cookieStore', 'navigation']) {
    const { result } = await cdp.send('Runtime.evaluate', { expression });
    if (!result.objectId) throw new Error(`the page has no ${expression}`);
    count += (await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId })).listeners.length;
    await cdp.send('Runtime.releaseObject', { objectId: result.objectId });
  }
  return count;
}
