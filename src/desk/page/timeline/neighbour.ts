import type { Mark } from './marks.ts';

/**
 * Where an arrow key, Home or End leads to from a mark: along its row, or to the nearest one in the next row that has any. Undefined
 * where there is none, and for other keys.
 */
export function neighbour(rows: readonly (readonly Mark[])[], mark: Mark, key: string): Mark | undefined {
  const row = rows.findIndex((marks) => marks.includes(mark));
  const marks = rows[row] ?? [];
  const at = marks.indexOf(mark);
  const distance = ({ x }: Mark) => Math.abs(x - mark.x);
  const nearest = (others: readonly (readonly Mark[])[]) =>
    others.find(({ length }) => length)?.reduce((best, each) => (distance(each) < distance(best) ? each : best));
  switch (key) {
    case 'ArrowRight':
      return marks[at + 1];
    case 'ArrowLeft':
      return marks[at - 1];
    case 'ArrowDown':
      return nearest(rows.slice(row + 1));
    case 'ArrowUp':
      return nearest(rows.slice(0, row).reverse());
    case 'Home':
      return marks[0];
    case 'End':
      return marks.at(-1);
    default:
      return undefined;
  }
}
