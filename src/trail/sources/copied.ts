import { COPY_METHOD, ID_COPIED, ID_NOT_COPIED } from '../../records/index.js';
import { attempt } from '../../session/attempt.js';
import { INFO, WARN, type Source } from '../record.js';
import { listen } from './listen.js';

/** Anybody can dispatch such an event, with anything in it. */
const known = (word: unknown) =>
  typeof word == 'string' && /^(clipboard|copy-event|selection|no-session|refused|timeout)$/.test(word) ? word : undefined;

/** Records that the customer copied the ID, and how; or that it could not be copied, and why. */
export const recordCopies: Source = (emit) =>
  listen<CustomEvent<{ method?: unknown; reason?: unknown } | null>>(
    window,
    'session-id-copy session-id-copy-error',
    (event) => {
      const isCopied = event.type == 'session-id-copy';
      const method = known(attempt(() => event.detail?.[isCopied ? 'method' : 'reason']));
      emit({
        eventName: isCopied ? ID_COPIED : ID_NOT_COPIED,
        severityNumber: isCopied ? INFO : WARN,
        timestamp: Date.now(),
        attributes: method ? { [COPY_METHOD]: method } : {},
      });
    },
  );
