import { attempt } from '../../session/attempt.js';

/** What the browser has measured of a load, also before the call. What `each` throws is swallowed. What it returns ends it. */
export function observe(type: 'resource' | 'navigation', each: (entry: PerformanceResourceTiming) => void): () => void {
  const observer = attempt(() => {
    const observer = new PerformanceObserver((list) =>
      list.getEntries().forEach((entry) => attempt(() => each(entry as PerformanceResourceTiming))),
    );
    observer.observe({ type, buffered: true });
    return observer;
  });
  return () => observer?.disconnect();
}

/** A time of `performance.now()` in ms since 1970. Not by `timeOrigin`: that clock stands still while the computer sleeps. */
export const epoch = (time: number): number => Math.round(Date.now() - performance.now() + time);
