/** A goal, and whether what was measured for it is enough. */
export interface Verdict {
  /** What is measured; the same words in each run, by which `reasons.ts` finds it. */
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** A cost against the size of the work. */
export interface Growth {
  /** Also names the picture's file. */
  readonly title: string;
  /** What the size is counted in. */
  readonly size: string;
  /** What the cost is measured in. */
  readonly cost: string;
  readonly curves: readonly { readonly name: string; readonly points: readonly (readonly [size: number, cost: number])[] }[];
}

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
  /** What the answer says of the goals. */
  verdicts?(): readonly Verdict[];
  /** How the cost grows with the size of the work. */
  growths?(): readonly Growth[];
}

/** Each round begins with another one: who comes first may find colder caches. */
export const rotated = <Item>(items: readonly Item[], by: number): Item[] =>
  items.map((_, i) => items[(i + by) % items.length]!);
