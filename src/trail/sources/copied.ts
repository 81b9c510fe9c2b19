import { COPY_METHOD, ID_COPIED, ID_NOT_COPIED } from '../../records/index.js';
import { attempt } from '../../session/attempt.js';
import { INFO, WARN, type Source } from '../record.js';

/** Anybody can dispatch such an event, with anything in it. */
const known = (word: unknown) =>
  typeof word == 'string' && /^(clipboard|copy-event|selection|no-session|refused|timeout)$/.test(word) ? word : undefined;

/** Records that the customer copied the ID, and how; or that it could not be copied, and why. */
export const recordCopies: Source = (emit) => {
  const listen = (type: string, eventName: string, severityNumber: number, key: 'method' | 'reason') => {
    const listener = (event: Event) => {
      const method = known(attempt(() => (event as CustomEvent<{ [key]?: unknown } | null>).detail?.[key]));
      emit({ eventName, severityNumber, timestamp: Date.now(), attributes: method ? { [COPY_METHOD]: method } : {} });
    };
    addEventListener(type, listener, true);
    return () => removeEventListener(type, listener, true);
  };
  const ends = [
    listen('session-id-copy', ID_COPIED, INFO, 'method'),
    listen('session-id-copy-error', ID_NOT_COPIED, WARN, 'reason'),
  ];
  return () => ends.forEach((end) => end());
};
