import { DURATION, INTERACTION_DELAY, INTERACTION_SLOW, INTERACTION_TYPE } from '../../records/index.js';
import { describeElement } from '../element.js';
import { WARN, type Emit } from '../record.js';
import { listen } from './listen.js';
import { epoch } from './observe.js';

/** How long the other events of an interaction may come after the first, ms: a click's `pointerdown` and `click` do apart. */
const REST = 1000;

/**
 * Records an interaction that took the page longer than the threshold, in ms, to show: a click, tap or key, once, by the
 * longest of its events; also those before the call. Needs Event Timing (Chrome, Firefox, Safari 26.2): nothing is recorded elsewhere.
 * Before Firefox 144 what belongs together is not told: each event is one.
 */
export function recordSlowInteractions(emit: Emit, threshold = 500): () => void {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('event')) return () => {};
  const slowest = new Map<number, PerformanceEventTiming>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries as (PerformanceEventTiming & { interactionId?: number })[]) {
      const { duration, name, startTime } = entry;
      const id = entry.interactionId ?? (/^(pointerdown|pointerup|click|keydown)$/.test(name) && startTime);
      if (!id || duration < threshold || duration <= (slowest.get(id)?.duration ?? 0)) continue;
      slowest.set(id, entry);
      timer ??= setTimeout(tell, REST);
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  const tell = () => {
    take(observer.takeRecords());
    clearTimeout(timer);
    timer = undefined;
    for (const { duration, name, processingStart, startTime, target } of slowest.values())
      emit({
        eventName: INTERACTION_SLOW,
        severityNumber: WARN,
        timestamp: epoch(startTime),
        attributes: {
          [DURATION]: Math.round(duration),
          [INTERACTION_TYPE]: name,
          [INTERACTION_DELAY]: Math.round(processingStart - startTime),
          ...(target && describeElement(target as Element)),
        },
      });
    slowest.clear();
  };
  // `durationThreshold` is not in TypeScript's types of all versions.
  observer.observe({ type: 'event', buffered: true, durationThreshold: threshold } as PerformanceObserverInit);
  // Capturing on the window: before the listeners that send what has been recorded.
  const end = listen(window, 'visibilitychange', tell);
  return () => {
    end();
    observer.disconnect();
    clearTimeout(timer);
  };
}
