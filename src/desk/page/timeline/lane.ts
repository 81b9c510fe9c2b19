import { svg, type SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { L10n } from '../l10n.ts';
import { explain } from './explain.ts';
import { markTemplate } from './mark.ts';
import { keyOf, problemsIn, type Mark } from './marks.ts';
import type { Row } from './rows.ts';

/** What the lanes of a picture have in common. */
export interface LaneLook {
  /** Of the picture, px. */
  readonly width: number;
  /** Host of the website. */
  readonly site: string;
  readonly l10n: L10n;
  /** The mark that Tab leads to. */
  readonly tabStop: Mark | undefined;
}

/** A row: its line, its name, and those of its marks that can be seen. */
export function laneTemplate(row: Row, marks: readonly Mark[], { width, site, l10n, tabStop }: LaneLook): SVGTemplateResult {
  const { lane, bottom, middle, label } = row;
  const name = l10n.words.kinds[lane];
  const isFlag = lane == 'copy';
  const draw = (mark: Mark) => {
    const { title, lines } = explain(mark, site, l10n);
    // Of what stands together, the number of what is wrong, where something is.
    const number = problemsIn(mark) || mark.items.length;
    const count = number > 1 && !isFlag ? l10n.format.number(number) : '';
    return markTemplate(mark, { y: middle, name: [title, ...lines].join(', '), count, isFlag, isTabStop: mark == tabStop });
  };
  return svg`<line class="rule" x1="0" x2=${width} y1=${bottom} y2=${bottom} />
    <text x="20" y=${label} aria-hidden="true">${name}</text>
    <g role="group" aria-label=${name} clip-path="url(#area)">${repeat(marks, keyOf, draw)}</g>`;
}
