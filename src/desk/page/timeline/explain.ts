import type { L10n } from '../l10n.ts';
import { subjectOf, titleOf } from '../record-title.ts';
import { problemsIn, worstOf, type Mark } from './marks.ts';

/** What a mark is: a title and some lines. `site` is the website's host, which need not be said. */
export function explain(mark: Mark, site: string, { texts, words, format }: L10n): { title: string; lines: string[] } {
  const { items, level } = mark;
  const { record } = worstOf(mark);
  const title = titleOf(record, words);
  const subject = subjectOf(record, site);
  const times = new Set([items[0]!, items.at(-1)!].map((item) => format.time(item.record.time)));
  const end = `${[...times].join('–')}, ${texts.timeline.levels[level]}`;
  return items.length == 1
    ? { title, lines: [subject, end].filter(Boolean) }
    : { title: texts.timeline.together(items.length, problemsIn(mark)), lines: [`${title} ${subject}`.trim(), end] };
}
