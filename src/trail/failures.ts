import {
  COUNT,
  ELEMENT_SELECTOR,
  ERROR_TYPE,
  EXCEPTION_MESSAGE,
  EXCEPTION_TYPE,
  HTTP_METHOD,
  HTTP_STATUS,
  SESSION_ID,
  URL_FULL,
} from '../records/index.js';
import { WARN, type TrailRecord } from './record.js';

/** How many the report lists. */
const LISTED = 5;

function line({ eventName, timestamp, body, attributes: a = {} }: TrailRecord): string {
  const what = eventName?.replace('session_badge.', '').replace('.', ' ');
  const url = a[URL_FULL];
  const said = [
    a[HTTP_METHOD],
    // Masked already.
    url && String(url).replace(location.origin, ''),
    a[HTTP_STATUS] ?? a[ERROR_TYPE],
    a[EXCEPTION_TYPE],
    a[EXCEPTION_MESSAGE],
    a[ELEMENT_SELECTOR],
    body,
    a[COUNT] && `×${a[COUNT]}`,
  ];
  const text = said.filter(Boolean).join(' ').replace(/\s+/g, ' ').slice(0, 200);
  return `${new Date(Number(timestamp)).toISOString().slice(11, 19)}Z ${what}: ${text}`;
}

/** The last failures of that session, a line of text each, for the badge's report. Times are UTC. */
export const failureLines = (ring: readonly TrailRecord[], sessionId: string | undefined): string[] =>
  ring
    .filter(({ severityNumber, attributes }) => severityNumber! >= WARN && attributes?.[SESSION_ID] == sessionId)
    .slice(-LISTED)
    .map(line);
