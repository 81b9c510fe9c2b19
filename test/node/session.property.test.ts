/**
 * The real engine, as it is bundled, in tabs of a modelled origin (test/model/): what one tab writes the others see later, tabs
 * crash and are loaded again, the clock jumps, somebody clears. Which of that happens, when, and how late, is generated.
 * test/model/rules.ts says what must hold.
 *
 * `PROPERTY_RUNS=5000 PROPERTY_MINUTES=10 node --test test/node/session.property.test.ts` looks for more, with a new seed each time; `PROPERTY_SEED=…` repeats one.
 * What fails is shrunk and printed with its timeline. As JSON it belongs among the regressions below.
 */
import fc from 'fast-check';
import { test } from 'node:test';
import { bundleEngine } from '../model/engine.ts';
import { play } from '../model/play.ts';
import { scenarios, type Scenario } from '../model/scenario.ts';

/** What has failed once, by what it showed. */
const REGRESSIONS: Readonly<Record<string, Partial<Scenario>>> = {
  'the record of an IndexedDB arbiter is deleted in a transaction of its own': { mode: 'plain http', actions: [] },
  'a page that loads with an expired session and finds its successor tells no reason that needs an earlier page': {
    tabs: 2,
    actions: [
      { do: 'wait', ms: 6000 },
      { do: 'move the clock', hours: 25 },
      { do: 'renew', tab: 0 },
      { do: 'reload', tab: 1 },
    ],
  },
  'a page that loads with an expired session while another tab resets it tells no cookie-reset': {
    mode: 'plain http',
    tabs: 2,
    actions: [
      { do: 'wait', ms: 40 },
      { do: 'open', hidden: false },
      { do: 'close', tab: 0 },
      { do: 'delete cookie', tab: 0 },
      { do: 'move the clock', hours: 25 },
      { do: 'reload', tab: 1 },
    ],
    noise: [0, 1, 0],
  },
  'a logout counts also when the clock has been set back since the last one': {
    actions: [
      { do: 'logout', tab: 0 },
      { do: 'wait', ms: 100 },
      { do: 'move the clock', hours: -2 },
      { do: 'wait', ms: 1200 },
      { do: 'logout', tab: 0 },
    ],
  },
  'previous is what the page has told, also where it reads the ID while it waits for the reason of another': {
    mode: 'plain http',
    actions: [
      { do: 'wait', ms: 21 },
      { do: 'write', value: 'abcd1234efgh5678', tab: 0 },
      { do: 'wait', ms: 2 },
      { do: 'move the clock', hours: 25 },
      { do: 'read', tab: 0 },
    ],
    noise: [0, 18, 14, 123],
  },
  'one late write of an ID that has ended is no clear loop, however many tabs mend it': {
    tabs: 4,
    actions: [
      { do: 'wait', ms: 100 },
      { do: 'logout', tab: 0 },
      { do: 'wait', ms: 3000 },
      { do: 'write', value: 2 },
    ],
  },
  'an ID that a page has given up for another tab’s may come back': {
    mode: 'plain http',
    actions: [
      { do: 'wait', ms: 40 },
      { do: 'clear', what: 'cookies' },
      { do: 'open', hidden: false },
      { do: 'wait', ms: 0 },
      { do: 'write', value: 2 },
      { do: 'logout', tab: 1 },
    ],
  },
  'tabs find one ID through IndexedDB also when the clock has been set back since they were loaded': {
    mode: 'plain http',
    tabs: 3,
    actions: [{ do: 'move the clock', hours: -2 }],
    noise: [0, 127, 217],
  },
  'what a page keeps in memory in a clear loop is no answer for the other tabs': {
    mode: 'plain http',
    actions: [
      { do: 'open', hidden: false },
      { do: 'open', hidden: true },
      { do: 'clear again and again', times: 5, every: 767 },
      { do: 'reload', tab: 0 },
    ],
    noise: [31],
  },
  'a tab that is late to hear of one renewal forgets nothing about the next one': {
    tabs: 2,
    actions: [
      { do: 'logout', tab: 0 },
      { do: 'wait', ms: 40 },
      { do: 'move the clock', hours: 25 },
      { do: 'renew', tab: 0 },
    ],
    noise: [0, 252],
  },
  'what was decided through IndexedDB counts also for a page that was loaded in that very millisecond': {
    mode: 'plain http',
    tabs: 3,
    noise: [62, 0],
  },
  'a tab that mends a dead ID, and finds that another one has logged out meanwhile, tells the logout': {
    mode: 'plain http',
    tabs: 4,
    actions: [
      { do: 'logout', tab: 3 },
      { do: 'reload', tab: 1 },
      { do: 'logout', tab: 1 },
      { do: 'wait', ms: 23 },
      { do: 'move the clock', hours: 25 },
    ],
    noise: [109, 112, 94, 98, 138],
  },
  'a logout in memory also ends the successor that was told while it waited': {
    actions: [
      { do: 'clear again and again', times: 5, every: 100 },
      { do: 'logout', tab: 0 },
      { do: 'move the clock', hours: 25 },
      { do: 'read', tab: 0 },
    ],
  },
  'a page that loads amid a logout, and sees the facts before the cookie, does not write over them': {
    mode: 'plain http',
    actions: [
      { do: 'hide', tab: 0 },
      { do: 'logout', tab: 0 },
      { do: 'show', tab: 0 },
      { do: 'wait', ms: 19 },
      { do: 'wait', ms: 21 },
      { do: 'open', hidden: false },
    ],
    noise: [41, 9, 64],
  },
  'nor where it sees neither yet': {
    mode: 'plain http',
    tabs: 2,
    actions: [
      { do: 'wait', ms: 5 },
      { do: 'logout', tab: 0 },
      { do: 'wait', ms: 11 },
      { do: 'reload', tab: 1 },
    ],
    noise: [0, 143, 42],
  },
};

const { PROPERTY_RUNS = '250', PROPERTY_MINUTES = '0.25', PROPERTY_SEED } = process.env;
/** One seed in `npm test`, so that nobody's change fails for what is older. */
const seed = Number(PROPERTY_SEED ?? (process.env.PROPERTY_RUNS ? Date.now() % 2 ** 31 : 21));

const engine = await bundleEngine();

for (const [title, scenario] of Object.entries(REGRESSIONS))
  test(title, async () => {
    await play(engine, { mode: 'secure', tellsRepeats: false, tabs: 1, actions: [], quiet: 8000, noise: [], ...scenario });
  });

test('whatever happens to the tabs of an origin, and however late they learn of it, they keep one session', async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => void (await play(engine, scenario))),
    { numRuns: Number(PROPERTY_RUNS), interruptAfterTimeLimit: Number(PROPERTY_MINUTES) * 60_000, seed },
  );
});
