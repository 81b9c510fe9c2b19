import { DURATION, LOAD_SLOW, LOAD_TYPE, URL_FULL } from '../../records/index.js';
import { WARN, type Emit } from '../record.js';
import { safeUrl } from '../safe-url.js';
import { entryType } from './load-type.js';
import { epoch, observe } from './observe.js';

/**
 * Records what took the page longer to load than the threshold, in ms, also before the call; and the page itself, where it took
 * twice as long to its `load` event. Not media, which come as slowly as they are played, nor what came with a status of 400 and above.
 */
export function recordSlowLoads(emit: Emit, threshold = 2000): () => void {
  const take = (entry: PerformanceResourceTiming & { activationStart?: number }) => {
    const type = entryType(entry);
    // Nobody has waited for what Chrome prerendered.
    const duration = entry.duration - (entry.activationStart ?? 0);
    if (!type || type == 'media' || duration < (type == 'page' ? 2 : 1) * threshold || entry.responseStatus >= 400) return;
    emit({
      eventName: LOAD_SLOW,
      severityNumber: WARN,
      timestamp: epoch(entry.startTime),
      attributes: { [LOAD_TYPE]: type, [URL_FULL]: safeUrl(entry.name), [DURATION]: Math.round(duration) },
    });
  };
  const ends = [observe('resource', take), observe('navigation', take)];
  return () => ends.forEach((end) => end());
}
