import { PAGE_STATE, PAGE_STATE_NAME } from '../../records/index.js';
import { INFO, type Source } from '../record.js';
import { listen } from './listen.js';
import { epoch } from './observe.js';

const NAMES: { [type: string]: string } = {
  load: 'loaded',
  freeze: 'frozen',
  resume: 'resumed',
  pagehide: 'left',
  pageshow: 'restored',
};

/**
 * Records that the page was loaded, also where that is some time ago, hidden, shown, frozen, left, and brought back from the
 * back/forward cache. One record each: a page that is left is hidden and frozen too, which is not told.
 */
export const recordPageState: Source = (emit) => {
  let last: string | undefined;
  const tell = (state: string, timestamp = Date.now()) => {
    if (state == last || (last == 'left' && state != 'restored') || (last == 'restored' && state == 'visible')) return;
    last = state;
    emit({ eventName: PAGE_STATE, severityNumber: INFO, timestamp, attributes: { [PAGE_STATE_NAME]: state } });
  };
  const onEvent = ({ type, target, persisted }: PageTransitionEvent) => {
    // Images and frames have a `load` too, which a capturing listener hears.
    if (type == 'load' && target != document) return;
    if (type != 'pageshow' || persisted) tell(NAMES[type] ?? document.visibilityState);
  };
  if (document.readyState == 'complete') {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // Not yet measured while the event is still going on.
    tell('loaded', entry?.loadEventEnd ? epoch(entry.loadEventEnd) : undefined);
  }
  return listen(window, 'load visibilitychange freeze resume pagehide pageshow', onEvent);
};
