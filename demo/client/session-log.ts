import { clock } from './clock.ts';

/** How many entries the strip keeps. */
const MOST = 50;

const entries: string[][] = [];
/** Each badge of a page tells each change; all of them tell the same object. */
const told = new WeakSet<object>();

/** Lists in the strip whatever the badge tells from now on, the newest first. */
export function logSession(): void {
  document.body.addEventListener('session-change', ({ detail }) => {
    if (told.has(detail)) return;
    told.add(detail);
    const { session, previous, reason, source, sequence } = detail;
    add(reason, source, short(session.id), short(previous?.id), String(sequence), 'session-change');
  });
  document.body.addEventListener('session-id-copy', ({ detail }) => {
    if (detail.ok) add(`copied: ${detail.method}`, '', short(detail.id), '', '', 'session-id-copy');
  });
  document.body.addEventListener('session-id-copy-error', ({ detail }) => {
    if (!detail.ok) add(`not copied: ${detail.reason}`, '', short(detail.id), '', '', 'session-id-copy-error');
  });
}

/** Enough of an ID to tell it from the others in the list; the whole one stands in the badge. */
const short = (id: string | null | undefined): string => (id ? `${id.slice(0, 4)}…${id.slice(-4)}` : '–');

/** Every row is written anew, none is moved: to the browser a row that moves is a layout shift. */
function add(...cells: string[]): void {
  entries.unshift([clock(Date.now()), ...cells]);
  entries.splice(MOST);
  const list = document.querySelector<HTMLTableSectionElement>('#session-log')!;
  entries.forEach((entry, i) => {
    const row = list.rows[i] ?? list.insertRow();
    entry.forEach((text, column) => {
      (row.cells[column] ?? row.insertCell()).textContent = text;
    });
  });
}
