/** A Markdown table, laid out as Prettier does: the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const fill = (row: readonly string[]) =>
    line(row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))));
  const rule = line(widths.map((width, column) => (column ? '-'.repeat(width - 1) + ':' : '-'.repeat(width))));
  return [fill(head), rule, ...rows.map(fill)].join('\n');
}

export const times = (ratio: number): string => `×${ratio.toFixed(2)}`;
