import type { Lane } from './marks.ts';

/** Where a lane is, px from the top. */
export interface Row {
  readonly lane: Lane;
  readonly top: number;
  readonly bottom: number;
  /** Where its marks stand. */
  readonly middle: number;
  /** Base line of its name. */
  readonly label: number;
}

/** How the room is divided, px. */
export interface Layout {
  readonly rows: readonly Row[];
  /** Of the area where marks are. */
  readonly left: number;
  readonly right: number;
  /** Where the axis is. */
  readonly bottom: number;
  readonly height: number;
}

/** Names stand beside the rows, or above the marks where the picture is narrower than that, px. */
const NARROW = 600;
/** The biggest mark on the edge is still whole. */
const MARGIN = 20;
const NAMES = 128;
const AXIS = 30;

/** Rows of those lanes in a picture of that width. */
export function layOut(lanes: Iterable<Lane>, width: number): Layout {
  const isNarrow = width < NARROW;
  const rows: Row[] = [];
  let top = 0;
  for (const lane of lanes) {
    const height = isNarrow ? 50 : 36;
    const middle = top + (isNarrow ? 34 : height / 2);
    rows.push({ lane, top, bottom: top + height, middle, label: isNarrow ? top + 15 : middle + 4 });
    top += height;
  }
  const left = (isNarrow ? 0 : NAMES) + MARGIN;
  return { rows, left, right: Math.max(left + 1, width - MARGIN), bottom: top, height: top + AXIS };
}
