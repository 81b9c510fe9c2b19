import type { Plain } from '../record.ts';

/** How long a text may be, in characters; the rest of it goes. */
const LONGEST_TEXT = 16_384;
/** How deep values may be nested, and how many attributes or items one may have. */
const DEEPEST = 8;
const MOST = 128;

/** Keeps values small, and counts what that has cost. */
export interface Cutter {
  /** How many values were shortened or left out. */
  readonly cut: number;
  text(text: string): string;
  /** As many of the items as may be there. */
  some<Item>(items: readonly Item[]): readonly Item[];
  /** Calls that for the inside of a value, unless it is too deep. */
  inside(value: () => Plain): Plain;
}

export function createCutter(): Cutter {
  let cut = 0;
  let depth = 0;
  return {
    get cut() {
      return cut;
    },
    text(text) {
      if (text.length <= LONGEST_TEXT) return text;
      cut++;
      return `${text.slice(0, LONGEST_TEXT)}…`;
    },
    some(items) {
      if (items.length <= MOST) return items;
      cut++;
      return items.slice(0, MOST);
    },
    inside(value) {
      if (depth >= DEEPEST) {
        cut++;
        return '…';
      }
      depth++;
      try {
        return value();
      } finally {
        depth--;
      }
    },
  };
}
