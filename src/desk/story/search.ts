import type { DeskRecord } from '../record.ts';
import { serviceOf } from './read.ts';

/** What has been read once: the same records are searched at every key. */
const known = new WeakMap<DeskRecord, string>();

function contentOf(record: DeskRecord): string {
  let content = known.get(record);
  if (content == undefined) {
    const { eventName, severityText, body, attributes } = record;
    content =
      `${eventName}\n${severityText}\n${serviceOf(record)}\n${JSON.stringify(body)}\n${JSON.stringify(attributes)}`.toLowerCase();
    known.set(record, content);
  }
  return content;
}

/** Whether each word of the text is somewhere in the record or in the title that it is shown with, in upper or lower case. */
export function matches(record: DeskRecord, text: string, title = ''): boolean {
  const words = text.toLowerCase().split(/\s+/);
  const shown = title.toLowerCase();
  return words.every((word) => !word || contentOf(record).includes(word) || shown.includes(word));
}
