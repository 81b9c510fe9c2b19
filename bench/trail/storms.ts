import type { Happening } from './happenings.ts';
import { faro, nothing, openTelemetry, ours } from './peers.ts';

export const MOST = 10_000;

/** So many errors in a page where one of them listens. */
export interface Storm extends Pick<Happening, 'peer' | 'act'> {
  readonly count: number;
}

export const storms: readonly Storm[] = [
  ...[ours, faro, openTelemetry, nothing].map((peer) => ({ peer, act: 'error', count: MOST }) as const),
  ...[ours, faro].map((peer) => ({ peer, act: 'same error', count: MOST }) as const),
];

/** How it grows. */
export const smaller: readonly Storm[] = [1_000, 100].flatMap((count) =>
  [ours, faro].map((peer) => ({ peer, act: 'error', count }) as const),
);

export const keyOf = ({ peer, act, count }: Storm): string => [peer.name, act, count].join();
export const nameOf = ({ peer, act }: Storm): string => `${act == 'error' ? 'different' : 'the same'}: ${peer.name}`;
