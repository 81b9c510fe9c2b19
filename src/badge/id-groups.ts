import { sessionIdTime } from '../session/session-id.js';

/**
 * An ID as it is shown: an own one in groups of four, set apart by margins. There is no white space between them: what is
 * selected must be the bare ID.
 */
export const groupsOf = (id: string): Element[] =>
  (id.match(sessionIdTime(id) ? /.{4}/g : /.+/g) ?? []).map((group) => {
    const span = document.createElement('span');
    span.textContent = group;
    return span;
  });
