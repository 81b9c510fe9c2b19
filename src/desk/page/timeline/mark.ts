import { svg, type SVGTemplateResult } from 'lit';
import { keyOf, type Mark } from './marks.ts';
import { boxOf, FLAG, SHAPES } from './shapes.ts';

/** How a mark is drawn. */
export interface MarkLook {
  /** px from the top. */
  readonly y: number;
  /** Its accessible name. */
  readonly name: string;
  /** What is written in it; empty for nothing. */
  readonly count: string;
  readonly isFlag: boolean;
  /** Whether Tab leads to it. */
  readonly isTabStop: boolean;
}

/**
 * A mark, and the time that it took. Of hundreds each part counts: it is one flat template, and has no listeners: the picture listens
 * for all of them.
 */
export function markTemplate(mark: Mark, { y, name, count, isFlag, isTabStop }: MarkLook): SVGTemplateResult {
  const { level, from, to, x } = mark;
  const width = isFlag || to - from < 4 ? 0 : to - from;
  const shape = isFlag ? FLAG : count ? boxOf(level, count.length) : SHAPES[level];
  return svg`<g class="mark ${isFlag ? 'flag' : level}" data-key=${keyOf(mark)} transform="translate(${x} ${y})"
      role="button" tabindex=${isTabStop ? 0 : -1} aria-label=${name}>
      <rect class="bar" x=${from - x} y="-4" width=${width} height="8" rx="4" />
      <rect class="ring" x="-14" y="-14" width="28" height="28" rx="6" />
      <path d=${shape} /><text class="count" y="4">${count}</text>
    </g>`;
}

/** The key of the mark in which an event happened. */
export const markKeyOf = ({ target }: Event): string | undefined =>
  (target as Element).closest<SVGElement>('.mark')?.dataset.key;
