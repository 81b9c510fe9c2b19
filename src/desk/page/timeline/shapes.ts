import type { Level } from './marks.ts';

/** Paths around the origin: a circle, a triangle, a diamond. Levels differ by shape, not by colour alone. */
export const SHAPES: Readonly<Record<Level, string>> = {
  fine: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  warning: 'M0 -7.5L8 6.5H-8z',
  error: 'M0 -9L9 0L0 9L-9 0z',
};

/** The moment of copying: a flag on its pole. */
export const FLAG = 'M0 9V-9H12L9 -4.5L12 0H0';

/** A pill, a box that points to both sides, or one with corners, wide enough for a text of so many characters. */
export function boxOf(level: Level, characters: number): string {
  const half = 7 + 3.5 * characters;
  if (level == 'fine') return `M${9 - half} -9H${half - 9}a9 9 0 0 1 0 18H${9 - half}a9 9 0 0 1 0 -18z`;
  if (level == 'error') return `M${-half} -9H${half}V9H${-half}z`;
  return `M${5 - half} -9H${half - 5}L${half + 1} 0L${half - 5} 9H${5 - half}L${-half - 1} 0z`;
}
