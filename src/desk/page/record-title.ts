import { HTTP_METHOD, HTTP_STATUS, INTERACTION_TYPE, MESSAGE_TYPE } from '../../records/attributes.ts';
import type { DeskRecord } from '../record.ts';
import { clip } from '../story/clip.ts';
import { numberOf, pageOf, serviceOf, textOf } from '../story/read.ts';
import { targetOf } from '../story/target.ts';
import { whatOf } from '../story/what.ts';
import type { Words } from '../story/words.ts';

/** What it tells of, in a few words. A log is named by who wrote it. */
export function titleOf(record: DeskRecord, words: Words): string {
  const what = whatOf(record);
  const isServers = !record.eventName && (what == 'log' || what == 'warning' || what == 'serverError');
  return words.what[what] + (isServers && serviceOf(record) ? ` · ${clip(serviceOf(record), 30)}` : '');
}

/** Such as `LCP 820 ms`. Only the layout shift is no time. */
function vitalOf(record: DeskRecord): string {
  const name = textOf(record, 'browser.web_vital.name').toUpperCase();
  const value = numberOf(record, 'browser.web_vital.value') ?? 0;
  return name == 'CLS' ? `${name} ${value.toFixed(2)}` : `${name} ${Math.round(value)} ms`;
}

/** What it happened to, in a line: method, address and status, or a message, an element, a page. */
export function subjectOf(record: DeskRecord, site: string): string {
  if (whatOf(record) == 'vital') return clip(vitalOf(record));
  const status = textOf(record, HTTP_STATUS);
  const target = targetOf(record, site) || textOf(record, MESSAGE_TYPE) || textOf(record, INTERACTION_TYPE) || pageOf(record);
  const line = [textOf(record, HTTP_METHOD), target].filter(Boolean).join(' ');
  return clip(status ? `${line} → ${status}` : line, 200);
}
