import { CONNECTION_BACK, CONNECTION_LOST, DURATION } from '../../records/index.js';
import { INFO, WARN, type Source } from '../record.js';
import { listen } from './listen.js';

/** Records that the browser lost its connection, also where it had none from the start, and that it is back, with how long it was gone. */
export const recordConnection: Source = (emit) => {
  let since: number | undefined;
  const lose = () => emit({ eventName: CONNECTION_LOST, severityNumber: WARN });
  if (navigator.onLine === false) lose();
  return listen(window, 'offline online', ({ type }) => {
    if (type == 'offline') {
      since ??= Date.now();
      return lose();
    }
    emit({
      eventName: CONNECTION_BACK,
      severityNumber: INFO,
      // Not known of a page that began without one.
      attributes: { [DURATION]: since && Date.now() - since },
    });
    since = undefined;
  });
};
