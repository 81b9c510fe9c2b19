import * as names from '../../src/records/attributes.ts';
import type { Recorded } from '../otlp.ts';
import { clock } from './clock.ts';

/** How many lines there are at most. */
const MOST = 300;
/** From here on something is wrong. https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
const WARN = 13;

/** What says best what it was, in this order. */
const TELLING = [
  names.HTTP_METHOD,
  names.URL_FULL,
  names.HTTP_STATUS,
  names.ERROR_TYPE,
  names.EXCEPTION_TYPE,
  names.EXCEPTION_MESSAGE,
  names.CSP_DIRECTIVE,
  names.LOAD_TYPE,
  names.MESSAGE_TYPE,
  names.PAGE_STATE_NAME,
  names.COPY_METHOD,
  names.INTERACTION_TYPE,
  names.ELEMENT_SELECTOR,
  // Of OpenTelemetry's own.
  'browser.web_vital.name',
  'browser.css_selector',
];

const lines = document.querySelector('tbody')!;
let stream: EventSource | undefined;

function whatOf({ attributes }: Recorded): string {
  const duration = attributes[names.DURATION];
  const told = TELLING.map((name) => attributes[name]);
  // A status is also the type of its error.
  return [...new Set([...told.map((value) => String(value ?? '')), duration == null ? '' : `${duration} ms`])]
    .filter(Boolean)
    .join(' ')
    .replaceAll(location.origin, '');
}

function lineOf(record: Recorded): HTMLTableRowElement {
  const line = document.createElement('tr');
  line.className = record.severity < WARN ? 'fine' : 'wrong';
  const count = String(record.attributes[names.COUNT] ?? 1);
  const texts = [
    clock(record.time),
    record.event.replace(/^(session_badge|browser)(\.user_action)?\./, ''),
    whatOf(record),
    count,
  ];
  for (const text of texts) {
    const cell = line.insertCell();
    cell.dir = 'ltr';
    cell.textContent = text;
  }
  return line;
}

function show(records: readonly Recorded[]): void {
  lines.prepend(...records.map(lineOf).reverse());
  while (lines.rows.length > MOST) lines.rows[MOST]!.remove();
}

/** Listens from the beginning, as long as somebody can see it: each stream takes one of the few connections to the shop. */
function follow(): void {
  stream?.close();
  if (document.visibilityState == 'hidden') return;
  stream = new EventSource('/breaks/log');
  // All that there is comes anew, also where the stream was cut off.
  stream.onopen = () => lines.replaceChildren();
  stream.onmessage = ({ data }) => show(JSON.parse(data));
}

follow();
document.addEventListener('visibilitychange', follow);
// Firefox gives up where the shop cannot be reached.
addEventListener('online', follow);
// The badge of the page around: there is a session, or another one.
parent.document.addEventListener('session-change', follow);
