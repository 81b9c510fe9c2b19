import * as names from '../../src/records/attributes.ts';
import type { DeskRecord } from '../../src/desk/record.ts';
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
const told = new Set<string>();
let stream: EventSource | undefined;

function whatOf({ attributes }: DeskRecord): string {
  const duration = attributes[names.DURATION];
  const told = TELLING.map((name) => attributes[name]);
  // A status is also the type of its error.
  return [...new Set([...told.map((value) => String(value ?? '')), duration == null ? '' : `${duration} ms`])]
    .filter(Boolean)
    .join(' ')
    .replaceAll(location.origin, '');
}

function lineOf(record: DeskRecord): HTMLTableRowElement {
  const line = document.createElement('tr');
  line.className = record.severityNumber < WARN ? 'fine' : 'wrong';
  const count = String(record.attributes[names.COUNT] ?? 1);
  const texts = [
    clock(record.time),
    record.eventName.replace(/^(session_badge|browser)(\.user_action)?\./, ''),
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

/** Some come again where the stream was cut off. */
function show(records: readonly DeskRecord[]): void {
  const fresh = records.filter(({ uid }) => !told.has(uid));
  for (const { uid } of fresh) told.add(uid);
  lines.prepend(...fresh.map(lineOf).reverse());
  while (lines.rows.length > MOST) lines.rows[MOST]!.remove();
}

/** Listens from the beginning, as long as somebody can see it: each stream takes one of the few connections to the shop. */
function follow(): void {
  stream?.close();
  if (document.visibilityState == 'hidden') return;
  stream = new EventSource('/breaks/log');
  told.clear();
  lines.replaceChildren();
  stream.addEventListener('records', ({ data }) => show(JSON.parse(data)));
}

follow();
document.addEventListener('visibilitychange', follow);
// Firefox gives up where the shop cannot be reached.
addEventListener('online', follow);
// The badge of the page around: there is a session, or another one.
parent.document.addEventListener('session-change', follow);
