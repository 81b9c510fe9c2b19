import { clip } from './clip.ts';
import type { Summary, Trouble } from './summary.ts';
import type { Moment, Words } from './words.ts';

/** How a story is told. */
export interface TellOptions {
  /** For dates and numbers. Default: that of the words. */
  readonly locale?: string | undefined;
  /** Such as `Europe/Amsterdam`. Default: that of the machine. */
  readonly timeZone?: string | undefined;
  /** ms since 1970: what happened on this day is told without the date. Default: now. */
  readonly now?: number | undefined;
}

/** How many troubles are told each with a clause of its own. */
const MOST = 2;

/** Says times of day, each once; and the day where it is another than the last one that was said. */
function makeClock(words: Words, { locale = words.locale, timeZone, now = Date.now() }: TellOptions) {
  const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const dayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone });
  let said = dayFormat.format(now);
  function momentOf(ms: number): Moment {
    // What no clock can show was never a time.
    const at = Math.abs(ms) <= 8.64e15 ? ms : 0;
    const day = dayFormat.format(at);
    const isSaid = day == said;
    said = day;
    return { time: timeFormat.format(at), day: isSaid ? '' : day };
  }
  let times = '';
  return (from: number, to: number): string => {
    const first = momentOf(from);
    const last = momentOf(to);
    const before = times;
    times = `${first.time} ${last.time}`;
    if (times == before && !first.day && !last.day) return '';
    return last.day || last.time != first.time ? words.between(first, last) : words.at(first);
  };
}

function makeDuration(words: Words, { locale = words.locale }: TellOptions) {
  const format = (unit: string, value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(value);
  return (ms: number) => (ms < 120_000 ? format('second', ms / 1000) : format('minute', ms / 60_000));
}

/**
 * One sentence that a support agent can read to the customer: what went wrong and when, first what the customer most likely asks
 * about, and where the ID was copied then. It is plain text, with what records hold in it: show it as text, never as HTML.
 */
export function tell(summary: Summary, words: Words, options: TellOptions = {}): string {
  const when = makeClock(words, options);
  const duration = makeDuration(words, options);
  const placeOf = (page: string) => page && words.place(clip(page));
  const clauseOf = (trouble: Trouble): string =>
    words.troubles[trouble.what]({
      target: clip(trouble.target),
      thing: clip(trouble.thing, 40),
      status: trouble.status,
      count: trouble.count,
      place: placeOf(trouble.page),
      times: words.times(trouble.count),
      when: when(trouble.first, trouble.last),
      took: trouble.duration == null ? '' : words.took(duration(trouble.duration), trouble.count > 1),
    });

  const told = summary.troubles.slice(0, MOST);
  const copy = summary.copies.at(-1);
  const clauses = told.map(clauseOf);
  const others = summary.problems - told.length;
  if (others > 0) clauses.push(words.others(others));
  if (told[0] && copy) {
    const isAfter = copy.time >= told[0].first;
    clauses.push(words.copied({ place: placeOf(copy.page), when: isAfter ? '' : when(copy.time, copy.time), isAfter }));
  }
  if (!summary.records) clauses.push(words.empty);
  else if (!told.length) {
    const { first, last, pages } = summary;
    clauses.push(words.quiet({ pages: pages.length, when: when(first!, last!), copied: copy && placeOf(copy.page) }));
  }
  const sentence = clauses.join('; ');
  return `${sentence.charAt(0).toLocaleUpperCase(words.locale)}${sentence.slice(1)}.`;
}
