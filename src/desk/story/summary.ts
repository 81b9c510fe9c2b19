import { HTTP_STATUS } from '../../records/attributes.ts';
import type { DeskRecord } from '../record.ts';
import { clip } from './clip.ts';
import { kindOf, KINDS, troubleOf, WEIGHTS, type Kind } from './kind.ts';
import { countOf, numberOf, pageOf } from './read.ts';
import { siteOf, targetOf, thingOf } from './target.ts';
import { durationOf, whatOf, type TroubleWhat } from './what.ts';

/** Something that has gone wrong, once or again and again. */
export interface Trouble {
  readonly what: TroubleWhat;
  readonly kind: Kind;
  /** An address, a selector or a message, shortened; empty where it is not known. */
  readonly target: string;
  /** The type of a load, the role of an element, the server that tells it; empty where it is none of these. */
  readonly thing: string;
  /** Of an answer by HTTP; null where there was none. */
  readonly status: number | null;
  /** How often; of clicks in quick succession, how many. */
  readonly count: number;
  /** When it happened first and last, ms since 1970. Of what one record counts, the time of the first is known alone. */
  readonly first: number;
  readonly last: number;
  /** The longest that it took, ms; null where that is not said. */
  readonly duration: number | null;
  /** Path of the page where it happened last; empty where it is not known. */
  readonly page: string;
  /** Of the first record. */
  readonly uid: string;
}

/** Where the customer copied the ID. */
export interface Copy {
  /** ms since 1970. */
  readonly time: number;
  /** Path of the page; empty where it is not known. */
  readonly page: string;
}

/** A session at a glance. */
export interface Summary {
  /** How many records there are. */
  readonly records: number;
  /** Times of the first and the last, ms since 1970; null where there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** How many records there are of each kind. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** How many different things have gone wrong. */
  readonly problems: number;
  /** At most fifty of them: what the customer most likely asks about first. */
  readonly troubles: readonly Trouble[];
  /** In the order of time. */
  readonly copies: readonly Copy[];
  /** Paths of the pages that were seen, in the order of their first visit, at most a hundred. */
  readonly pages: readonly string[];
  /** Such as `Firefox 140, Windows`; null where it is not known. */
  readonly browser: string | null;
  /** Version of the website; null where it is not known. */
  readonly release: string | null;
}

const MOST_TROUBLES = 50;
const MOST_PAGES = 100;
/** Who copies the ID asks about what has happened in so many ms before, most likely. */
const RECENT = 600_000;

/** What the resource of a page's records says under that name. */
function resourceText(records: readonly DeskRecord[], name: string): string {
  for (const { resource } of records) {
    // Only browsers have one; a server has a release of its own.
    if (typeof resource['user_agent.name'] != 'string') continue;
    const value = resource[name];
    if (typeof value == 'string' && value) return clip(value, 40);
  }
  return '';
}

function browserOf(records: readonly DeskRecord[]): string | null {
  const browser = `${resourceText(records, 'user_agent.name')} ${resourceText(records, 'user_agent.version')}`.trim();
  return [browser, resourceText(records, 'browser.platform')].filter(Boolean).join(', ') || null;
}

/** The same trouble once more. */
const again = (known: Trouble, { count, first, last, duration, page }: Trouble): Trouble => ({
  ...known,
  count: known.count + count,
  first: Math.min(known.first, first),
  last: Math.max(known.last, last),
  duration: duration == null ? known.duration : Math.max(duration, known.duration ?? 0),
  page: page || known.page,
});

function troubleIn(record: DeskRecord, what: TroubleWhat, page: string, site: string): Trouble {
  return {
    what,
    kind: kindOf(record),
    target: clip(targetOf(record, site)),
    thing: clip(thingOf(record), 40),
    status: numberOf(record, HTTP_STATUS),
    count: countOf(record),
    first: record.time,
    last: record.time,
    duration: durationOf(record),
    page,
    uid: record.uid,
  };
}

/** What makes two troubles the same. A button or alert on another page is another one; an address or error is not. */
const keyOf = ({ what, kind, target, thing, status, page }: Trouble): string =>
  [what, target, thing, status, kind == 'interaction' || kind == 'message' ? page : ''].join('\n');

/** First what happened shortly before the customer asked for help, or before the end; then the worst, then the latest. */
function byInterest(asked: number): (a: Trouble, b: Trouble) => number {
  const isRecent = ({ first, last }: Trouble) => first <= asked && last >= asked - RECENT;
  // Refused is what was not right, as the website is made to say; a page works without an image or font.
  const isMild = ({ what, status, thing }: Trouble) =>
    what == 'requestFailed' ? status! < 500 : what == 'loadFailed' && !/^(script|module|style|page)$/.test(thing);
  const weight = (trouble: Trouble) => WEIGHTS[trouble.what] - (isMild(trouble) ? 5 : 0);
  return (a, b) => Number(isRecent(b)) - Number(isRecent(a)) || weight(b) - weight(a) || b.last - a.last;
}

/** What the records of one session, in the order of time, come to. */
export function summarize(records: readonly DeskRecord[]): Summary {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  const troubles = new Map<string, Trouble>();
  const copies: Copy[] = [];
  const pages = new Set<string>();
  const site = siteOf(records);
  for (const record of records) {
    kinds[kindOf(record)]++;
    const page = clip(pageOf(record));
    if (page && pages.size < MOST_PAGES) pages.add(page);
    if (whatOf(record) == 'copied') copies.push({ time: record.time, page });
    const what = troubleOf(record);
    if (!what) continue;
    const trouble = troubleIn(record, what, page, site);
    const key = keyOf(trouble);
    const known = troubles.get(key);
    troubles.set(key, known ? again(known, trouble) : trouble);
  }
  const first = records[0]?.time ?? null;
  const last = records.at(-1)?.time ?? null;
  return {
    records: records.length,
    first,
    last,
    kinds,
    problems: troubles.size,
    troubles: [...troubles.values()].sort(byInterest(copies.at(-1)?.time ?? last ?? 0)).slice(0, MOST_TROUBLES),
    copies,
    pages: [...pages],
    browser: browserOf(records),
    release: resourceText(records, 'service.version') || null,
  };
}
