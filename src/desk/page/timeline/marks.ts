import type { DeskRecord } from '../../record.ts';
import { kindOf, troubleOf, type Kind } from '../../story/kind.ts';
import { ERROR, spanOf } from '../../story/what.ts';

/** How bad something is; what is drawn differs by shape and colour. */
export type Level = 'fine' | 'warning' | 'error';

/** A row of the picture. */
export type Lane = Exclude<Kind, 'session'>;

const LANES: readonly Lane[] = ['copy', 'page', 'load', 'request', 'interaction', 'message', 'error', 'log'];

/** Something in the picture. */
export interface Item {
  readonly record: DeskRecord;
  readonly level: Level;
  /** ms since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Items that stand at one place, or one that stands alone. */
export interface Mark {
  /** Where its middle is, px. */
  readonly x: number;
  /** Where what took time begins and ends, px. */
  readonly from: number;
  readonly to: number;
  readonly level: Level;
  readonly items: readonly Item[];
}

const LEVELS: readonly Level[] = ['fine', 'warning', 'error'];
const worse = (a: Level, b: Level): Level => LEVELS[Math.max(LEVELS.indexOf(a), LEVELS.indexOf(b))]!;

/** An error by severity, a warning where something has gone wrong, else fine. */
export function levelOf(record: DeskRecord): Level {
  if (!troubleOf(record)) return 'fine';
  return record.severityNumber >= ERROR ? 'error' : 'warning';
}

/** The rows with what is in them, in the order of time. Those of copies and logs are there where they have any. */
export function lanesOf(records: readonly DeskRecord[]): ReadonlyMap<Lane, readonly Item[]> {
  const lanes = new Map<Lane, Item[]>(LANES.map((lane) => [lane, []]));
  for (const record of records) {
    const kind = kindOf(record);
    const [from, to] = spanOf(record);
    // Of a session's first and last moments the row of pages tells.
    lanes.get(kind == 'session' ? 'page' : kind)!.push({ record, level: levelOf(record), from, to });
  }
  for (const lane of ['copy', 'log'] as const) if (!lanes.get(lane)!.length) lanes.delete(lane);
  return lanes;
}

/** From when to when there is something to draw, ms since 1970: a second at least. */
export function extentOf(items: readonly Item[]): [first: number, last: number] {
  const first = items.reduce((least, { from }) => Math.min(least, from), Infinity);
  const last = items.reduce((most, { to }) => Math.max(most, to), -Infinity);
  return [first, Math.max(last, first + 1000)];
}

/**
 * Joins what would stand closer than `gap` px to the first of a mark, so that a picture of 5,000 records has no more marks than it has
 * room for, and each can be pointed at. `items` are in the order of their records' times, `xOf` says where a time is.
 */
export function joinMarks(items: readonly Item[], xOf: (time: number) => number, gap: number): Mark[] {
  const marks: (Mark & { items: Item[] })[] = [];
  for (const item of items) {
    const x = xOf(item.record.time);
    const from = Math.min(x, xOf(item.from));
    const to = Math.max(x, xOf(item.to));
    const last = marks.at(-1);
    if (last && x - last.x < gap) {
      last.items.push(item);
      marks[marks.length - 1] = {
        ...last,
        from: Math.min(last.from, from),
        to: Math.max(last.to, to),
        level: worse(last.level, item.level),
      };
    } else marks.push({ x, from, to, level: item.level, items: [item] });
  }
  return marks;
}

/** By what a mark is told from others, also after the picture was moved. */
export const keyOf = ({ items }: Mark): string => items[0]!.record.uid;

/** How many of its records tell of something wrong. */
export const problemsIn = ({ items }: Mark): number => items.filter(({ level }) => level != 'fine').length;

/** Where a mark leads to: what is worst in it. */
export const worstOf = ({ items, level }: Mark): Item => items.find((item) => item.level == level)!;
