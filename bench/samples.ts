/** What was measured, by name, one number for each round. */
export class Samples {
  readonly #values = new Map<string, number[]>();

  add(name: string, value: number): void {
    const values = this.#values.get(name);
    if (values) values.push(value);
    else this.#values.set(name, [value]);
  }

  of(name: string): readonly number[] {
    return this.#values.get(name) ?? [];
  }

  median(name: string): number {
    return median(this.of(name));
  }

  worst(name: string): number {
    return Math.max(...this.of(name));
  }

  /** The median of the ratios within each round: what slows down a whole round falls out. */
  ratio(name: string, base: string): number {
    const bases = this.of(base);
    return median(this.of(name).map((value, round) => value / bases[round]!));
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
