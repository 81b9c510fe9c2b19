/** One question of the bench. Its rounds are run between those of the others, so that a slow minute of the machine is everybody's. */
export interface Question {
  readonly title: string;
  /** How it is asked. */
  readonly method: string;
  readonly rounds: number;
  /** Asks all peers once. */
  round(index: number): Promise<void>;
  /** The answer so far, as a Markdown table. */
  table(): string;
}

/** Each round begins with another one: who comes first may find colder caches. */
export const rotated = <Item>(items: readonly Item[], by: number): Item[] =>
  items.map((_, i) => items[(i + by) % items.length]!);
