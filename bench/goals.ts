import type { Verdict } from './question.ts';
import { times } from './table.ts';

/** A goal for a ratio. */
export const atMostTimes = (what: string, ratio: number, limit: number, base: string): Verdict => ({
  what,
  goal: `≤ ${limit} × ${base}`,
  measured: times(ratio),
  isMet: ratio <= limit,
});

/** A goal for a number of something. */
export const atMost = (what: string, count: number, limit: number): Verdict => ({
  what,
  goal: limit ? `≤ ${limit}` : '0',
  measured: String(Number(count.toFixed(2))),
  isMet: count <= limit,
});

/** A goal for a size, in kB of 1000 bytes. */
export const atMostKilobytes = (what: string, bytes: number, limit: number): Verdict => ({
  what,
  goal: `≤ ${limit.toFixed(1)} kB`,
  measured: `${(bytes / 1000).toFixed(2)} kB`,
  isMet: bytes <= limit * 1000,
});
