import { nothing, svg, type SVGTemplateResult } from 'lit';
import { titleOf } from '../record-title.ts';
import type { Words } from '../../story/words.ts';
import type { Mark } from './marks.ts';
import type { Layout, Row } from './rows.ts';

/** What a name beside a flag needs, px. */
const ROOM = 130;

/** The moments of copying: a line across all rows each, with a name where there is room. The flags are marks of their row. */
export function poles(marks: readonly Mark[], { middle }: Row, { right, bottom }: Layout, words: Words): SVGTemplateResult[] {
  return marks.map(({ x, items }, i) => {
    const isAtEnd = x > right - ROOM;
    const room = isAtEnd ? x - (marks[i - 1]?.x ?? -Infinity) : (marks[i + 1]?.x ?? Infinity) - x;
    const name = titleOf(items[0]!.record, words);
    return svg`<line class="pole" x1=${x} x2=${x} y1=${middle} y2=${bottom} />${
      room > ROOM
        ? svg`<text class="flag-label" x=${isAtEnd ? x - 8 : x + 18} y=${middle} text-anchor=${isAtEnd ? 'end' : 'start'}>${name}</text>`
        : nothing
    }`;
  });
}
