import fc from 'fast-check';
import type { Mode } from './origin.ts';

/** What somebody does. A tab is named by a number, which counts around among those that are open. */
export type Action =
  | { do: 'open'; hidden: boolean }
  | { do: 'close' | 'crash' | 'reload' | 'hide' | 'show' | 'focus' | 'read' | 'click' | 'logout' | 'renew'; tab: number }
  | { do: 'wait'; ms: number }
  | { do: 'move the clock'; hours: number }
  /** By the customer, who clears at the browser. */
  | { do: 'clear'; what: 'cookies' | 'storage' | 'everything' }
  | { do: 'clear again and again'; times: number; every: number }
  /** By a script of the page. */
  | { do: 'delete cookie'; tab: number }
  /** By the server, or by a script of a tab's page. `value`: that text, or so many IDs back among all that the cookie has held. */
  | { do: 'write'; value: string | number; tab?: number };

export interface Scenario {
  readonly mode: Mode;
  readonly tellsRepeats: boolean;
  /** Opened at the same moment. */
  readonly tabs: number;
  readonly actions: readonly Action[];
  /** How long nothing may happen after all that, in ms: longer than the records of the engine live, or than it counts resets. */
  readonly quiet: number;
  /** See noise.ts. */
  readonly noise: readonly number[];
}

export const MOST_TABS = 6;

const tab = fc.nat(MOST_TABS - 1);
const tabActions = (...names: (Action & { tab: number })['do'][]) =>
  fc.record({ do: fc.constantFrom(...names), tab }) as fc.Arbitrary<Action>;

const HOSTILE = ['', 'undefined', 'null', '<img src=x onerror=alert(1)>', 'a%0Ab', 'x'.repeat(65), '[object Object]'];
const FOREIGN = ['abcd1234efgh5678', 'server-made_01', 'another-server-made-02'];

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.nat(40).map((ms) => ({ do: 'wait', ms }) as const) },
  { weight: 3, arbitrary: fc.integer({ min: 40, max: 3000 }).map((ms) => ({ do: 'wait', ms }) as const) },
  { weight: 1, arbitrary: fc.constantFrom(6000, 61000).map((ms) => ({ do: 'wait', ms }) as const) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open'), hidden: fc.boolean() }) as fc.Arbitrary<Action> },
  { weight: 4, arbitrary: tabActions('close', 'crash', 'reload', 'reload') },
  { weight: 4, arbitrary: tabActions('hide', 'show', 'focus') },
  { weight: 4, arbitrary: tabActions('read', 'click') },
  { weight: 5, arbitrary: tabActions('logout', 'logout', 'renew') },
  { weight: 1, arbitrary: fc.constantFrom(25, -2, 7).map((hours) => ({ do: 'move the clock', hours }) as const) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('cookies', 'cookies', 'storage', 'everything').map((what) => ({ do: 'clear', what }) as Action),
  },
  { weight: 2, arbitrary: tabActions('delete cookie') },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clear again and again'),
      times: fc.integer({ min: 3, max: 8 }),
      every: fc.integer({ min: 100, max: 3000 }),
    }) as fc.Arbitrary<Action>,
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        do: fc.constant('write'),
        value: fc.oneof(fc.constantFrom(...FOREIGN), fc.constantFrom(...HOSTILE), fc.integer({ min: 1, max: 4 })),
        tab,
      },
      { requiredKeys: ['do', 'value'] },
    ) as fc.Arbitrary<Action>,
  },
);

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  mode: fc.constantFrom('secure', 'plain http', 'bare'),
  tellsRepeats: fc.boolean(),
  tabs: fc.integer({ min: 1, max: MOST_TABS }),
  actions: fc.array(action, { maxLength: 24, size: 'max' }),
  quiet: fc.constantFrom(8000, 8000, 8000, 70_000),
  noise: fc.array(fc.nat(255), { maxLength: 24, size: 'max' }),
});
