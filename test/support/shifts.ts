import type { Tab } from './tab.ts';

/** All that has moved since the page began to load. Only Chromium can say it. */
export const shifts = (tab: Tab): Promise<string[]> =>
  tab.evaluate(async () => {
    const seen: string[] = [];
    const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => seen.push(JSON.stringify(entry))));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What has moved is said with the frame after.
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    return seen;
  });
