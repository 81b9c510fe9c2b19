import type { ScaleTime } from 'd3-scale';
import { svg, type SVGTemplateResult } from 'lit';
import type { Format } from '../format.ts';
import type { Layout } from './rows.ts';

/** Between the lines of the grid, px. */
const STEP = 110;
/** Half of a time on the axis, px: at the edges it is still whole. */
const HALF = 10;

/** The grid, and its times below. */
export function axis(scale: ScaleTime<number, number>, { left, right, bottom }: Layout, format: Format): SVGTemplateResult[] {
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / STEP)));
  const step = ticks.length > 1 ? Number(ticks[1]) - Number(ticks[0]) : 1000;
  return ticks.map((tick) => {
    const x = scale(tick);
    return svg`<line class="grid" x1=${x} x2=${x} y1="0" y2=${bottom} />
      <text class="tick" x=${Math.min(Math.max(x, left + HALF), right - HALF)} y=${bottom + 19}>${format.tick(+tick, step)}</text>`;
  });
}
