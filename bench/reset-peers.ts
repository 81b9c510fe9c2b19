import { bundle, ours as badge } from './peers.ts';

export const ROUNDS = 5;

/** What has a session in all tabs of an origin: see `peers/reset/` for what its script puts into the page. */
export interface Resettable {
  readonly name: string;
  readonly codes: readonly [module: string, classic: string];
  /** In how many of the rounds, for each number of tabs. */
  readonly rounds: ReadonlyMap<number, number>;
  /** Whether it looks only where the customer does something. */
  readonly isTouched?: boolean;
  /** Whether it is asked, too, what it does where nobody does anything, in the first round. */
  readonly isLeftAlone?: boolean;
}

const code = (entry: string) => bundle(`reset/${entry}`, 'iife');

export const ours: Resettable = {
  name: 'ours',
  codes: [badge.code, await code('ours')],
  rounds: new Map([
    [1, ROUNDS],
    [2, ROUNDS],
    [8, ROUNDS],
    [32, 3],
  ]),
};

const faro: Resettable = {
  name: 'Faro',
  codes: ['', await code('faro')],
  rounds: new Map([
    [1, 2],
    [8, 2],
  ]),
  isTouched: true,
  isLeftAlone: true,
};

const datadog: Resettable = {
  name: 'Datadog RUM slim',
  codes: ['', await code('datadog')],
  // It waits for nothing to happen each time.
  rounds: new Map([
    [1, 1],
    [8, 1],
  ]),
  isTouched: true,
};

export const resettables: readonly Resettable[] = [ours, faro, datadog];
