import { floor, ours, peers, shoelace, type Peer } from './peers.ts';
import { Samples } from './samples.ts';
import { table, times } from './table.ts';

export const starters: readonly Peer[] = [...peers, shoelace];

export const visitors = ['again', 'first'] as const;
export type Visitor = (typeof visitors)[number];
const cookie = { again: 'present', first: 'absent' };

/** How much slower DevTools makes the CPU. */
export const rates = [1, 4] as const;

const kinds = ['text', 'painted', 'cpu', 'heap', 'nodes', 'listeners', 'timers', 'requests', 'replaced'] as const;
export type Kind = (typeof kinds)[number];

/** What was measured of starts. */
export class Starts {
  readonly #samples = Object.fromEntries(kinds.map((kind) => [kind, new Samples()])) as Record<Kind, Samples>;

  #key({ name }: Peer, visitor: Visitor, rate = 1): string {
    return [name, visitor, rate].join();
  }

  add(kind: Kind, value: number, peer: Peer, visitor: Visitor, rate = 1): void {
    this.#samples[kind].add(this.#key(peer, visitor, rate), value);
  }

  /** Of ours to another's. */
  ratio(kind: Kind, base: Peer, visitor: Visitor, rate = 1): number {
    return this.#samples[kind].ratio(this.#key(ours, visitor, rate), this.#key(base, visitor, rate));
  }

  /** The most that ours has, whoever comes. */
  most(kind: Kind): number {
    return Math.max(...visitors.map((visitor) => this.#samples[kind].worst(this.#key(ours, visitor))));
  }

  #cells(kind: Kind, digits: number, peer: Peer, visitor: Visitor, rate = 1): string[] {
    const samples = this.#samples[kind];
    const key = this.#key(peer, visitor, rate);
    if (!samples.of(key).length) return ['–', '–', '–'];
    return [
      samples.median(key).toFixed(digits),
      samples.worst(key).toFixed(digits),
      times(samples.ratio(key, this.#key(floor, visitor, rate))),
    ];
  }

  timesTable(): string {
    return table(
      ['peer', 'cookie', 'CPU', ...['in the DOM', 'painted', 'CPU, ms'].flatMap((what) => [what, 'worst', 'to the floor'])],
      visitors.flatMap((visitor) =>
        rates.flatMap((rate) =>
          starters.map((peer) => [
            peer.name,
            cookie[visitor],
            `×${rate}`,
            ...(['text', 'painted', 'cpu'] as const).flatMap((kind) => this.#cells(kind, 1, peer, visitor, rate)),
          ]),
        ),
      ),
    );
  }

  tracesTable(): string {
    const counts = ['nodes', 'listeners', 'timers', 'requests', 'replaced'] as const;
    return table(
      ['peer, when it has settled', 'cookie', 'JS heap, kB', 'worst', 'to the floor', ...counts],
      visitors.flatMap((visitor) =>
        starters.map((peer) => [
          peer.name,
          cookie[visitor],
          ...this.#cells('heap', 0, peer, visitor),
          ...counts.map((kind) => this.#samples[kind].worst(this.#key(peer, visitor)).toFixed(0)),
        ]),
      ),
    );
  }
}
