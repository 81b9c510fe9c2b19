/**
 * The choices that a scenario leaves open (delays, ties), as a part of its generated input: where that says 0 the answer is 0,
 * else a number that depends on nothing but the input. So a failure repeats, and shrinks to as little noise as it needs.
 */
export class Noise {
  readonly #values: readonly number[];
  readonly #salt: number;
  #count = 0;

  /** `salt`: whose choices these are; two of one scenario differ by it. */
  constructor(values: readonly number[], salt: number) {
    this.#values = values;
    this.#salt = salt;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    const count = this.#count++;
    const value = this.#values[(count + 7 * this.#salt) % this.#values.length] ?? 0;
    if (!value) return 0;
    let hash = Math.imul(value ^ (this.#salt << 8) ^ (count << 16), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) % limit;
  }
}
