import { SESSION_END, SESSION_PREVIOUS_ID, SESSION_START } from '../../records/index.js';
import type { SessionManager } from '../../session/types.js';
import { INFO, type Emit } from '../record.js';

/**
 * `session.start` and `session.end`, once for each session: by the tab that made it. Which session came before is said for
 * `expired` and `renew` alone: after a logout or a reset of the cookies the customer has just parted the two.
 */
export const recordSessions = (emit: Emit, manager: SessionManager): (() => void) =>
  manager.onChange(({ session, previous, reason, source }) => {
    if (source != 'this-tab') return;
    const isTied = reason == 'expired' || reason == 'renew';
    if (previous && (isTied || reason == 'logout')) {
      emit({ eventName: SESSION_END, severityNumber: INFO }, previous.id);
    }
    emit(
      {
        eventName: SESSION_START,
        severityNumber: INFO,
        timestamp: session.startedAt ?? Date.now(),
        ...(isTied && previous && { attributes: { [SESSION_PREVIOUS_ID]: previous.id } }),
      },
      session.id,
    );
  });
