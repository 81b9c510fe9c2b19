import type { DeskRecord } from '../record.ts';
import { kindOf, KINDS, troubleOf, type Kind } from '../story/kind.ts';
import { matches } from '../story/search.ts';
import type { Words } from '../story/words.ts';
import { titleOf } from './record-title.ts';

/** Which records are shown. */
export interface RecordFilter {
  /** Words that must be in it. */
  readonly text: string;
  /** Those of these kinds; of all where none is named. */
  readonly kinds: ReadonlySet<Kind>;
  /** Only where something has gone wrong. */
  readonly problems: boolean;
}

export const NO_FILTER: RecordFilter = { text: '', kinds: new Set(), problems: false };

/** The records that the filter lets through, in the same order. */
export function filterRecords(records: readonly DeskRecord[], { text, kinds, problems }: RecordFilter, words: Words) {
  return records.filter(
    (record) =>
      (!kinds.size || kinds.has(kindOf(record))) &&
      (!problems || troubleOf(record)) &&
      (!text.trim() || matches(record, text, titleOf(record, words))),
  );
}

/** How many there are of each kind that there is, in the order of kinds; and how many have gone wrong. */
export function countKinds(records: readonly DeskRecord[]): { kinds: ReadonlyMap<Kind, number>; problems: number } {
  const all = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));
  let problems = 0;
  for (const record of records) {
    const kind = kindOf(record);
    all.set(kind, all.get(kind)! + 1);
    if (troubleOf(record)) problems++;
  }
  return { kinds: new Map([...all].filter(([, count]) => count)), problems };
}
