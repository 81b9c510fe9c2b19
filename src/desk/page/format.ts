import type { Words } from '../story/words.ts';

/** Times, spans and numbers as the reader writes them. All take ms; times since 1970. */
export interface Format {
  /** Such as `14:02:07`. */
  time(at: number): string;
  /** Such as `14:02:07.250`. */
  exact(at: number): string;
  /** Such as `Mon, 23 November, 14:02`. */
  dateTime(at: number): string;
  /** Such as `310 ms`, `5.2 s`, `12 min`. */
  duration(span: number): string;
  /** Such as `eight days ago`, `yesterday`. */
  ago(at: number): string;
  /** Such as `seven days`. */
  span(span: number): string;
  number(value: number): string;
  /** For the axis, as fine as its steps of so many ms are: the day at midnight. */
  tick(at: number, step: number): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The largest unit of which there is one, and how many. */
function unitsOf(span: number): [count: number, unit: 'day' | 'hour' | 'minute'] {
  if (span >= DAY) return [Math.floor(span / DAY), 'day'];
  return span >= HOUR ? [Math.floor(span / HOUR), 'hour'] : [Math.max(1, Math.round(span / MINUTE)), 'minute'];
}

/** Made when it is wanted first: what formats dates takes the browser some milliseconds each to make. */
function lazy<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** For that reader. `timeZone` such as `Europe/Amsterdam`. */
export function makeFormat(locale: string, timeZone: string, words: Words): Format {
  const dates = (options: () => Intl.DateTimeFormatOptions) => {
    const format = lazy(() => new Intl.DateTimeFormat(locale, { ...options(), timeZone }));
    // What no clock can show was sent by something broken.
    return (at: number) => (Math.abs(at) <= 8.64e15 ? format().format(at) : '?');
  };
  const units = (unit: string, maximumFractionDigits = 0) => {
    const format = lazy(
      () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }),
    );
    return (value: number) => format().format(value);
  };
  const relative = lazy(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const number = lazy(() => new Intl.NumberFormat(locale));
  const milliseconds = units('millisecond');
  const seconds = units('second', 1);
  const minutes = units('minute');
  const hours = units('hour', 1);
  /** Small numbers as words; one is left to the language, which may bend it. */
  const spell = (parts: readonly { type: string; value: string }[], count: number) =>
    parts.map(({ type, value }) => (type == 'integer' && count > 1 ? words.count(count) : value)).join('');
  // A column of times is even, as each language writes them.
  const hour = lazy(() =>
    new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).resolvedOptions().hour12 ? 'numeric' : '2-digit',
  );
  const clock = () => ({ hour: hour(), minute: '2-digit', second: '2-digit' }) as const;
  const day = dates(() => ({ weekday: 'short', day: 'numeric', month: 'short' }));
  const minute = dates(() => ({ timeStyle: 'short' }));
  const time = dates(clock);
  const exact = dates(() => ({ ...clock(), fractionalSecondDigits: 3 }));
  return {
    time,
    exact,
    dateTime: dates(() => ({ weekday: 'short', day: 'numeric', month: 'long', hour: hour(), minute: '2-digit' })),
    duration: (span) => {
      if (span < 1000) return milliseconds(Math.round(span));
      if (span < 2 * MINUTE) return seconds(span / 1000);
      return span < 2 * HOUR ? minutes(span / MINUTE) : hours(span / HOUR);
    },
    ago: (at) => {
      const [count, unit] = unitsOf(Math.max(0, Date.now() - at));
      return spell(relative().formatToParts(-count, unit), count);
    },
    span: (span) => {
      const [count, unit] = unitsOf(span);
      const parts = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).formatToParts(count);
      return spell(parts, count);
    },
    number: (value) => number().format(value),
    tick: (at, step) => {
      if (step < 1000) return exact(at);
      if (step < MINUTE) return time(at);
      const date = new Date(at);
      return step >= DAY || !(date.getHours() || date.getMinutes()) ? day(at) : minute(at);
    },
  };
}
