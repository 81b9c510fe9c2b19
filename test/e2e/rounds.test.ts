import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { REPORTS } from '../../tools/counts.mjs';
import { currentEngine } from '../support/open-browser.ts';
import { coldStarts, quantile, resets, ROUNDS, ROUNDS_PAGE, TABS, type Outcome } from '../support/rounds.ts';
import { isSoak, useOrigins } from '../support/origins.ts';

import type { Tab } from '../support/tab.ts';

const { origins, secureAndPlain, newTab, clear } = useOrigins({ '/': ROUNDS_PAGE });

/** Beside the counts, for the table that the soak prints. */
const figures: Record<string, string | number>[] = [];
function note(origin: string, what: string, { faults, times }: Outcome): void {
  figures.push({
    engine: currentEngine,
    origin,
    what,
    rounds: times.length,
    faults: faults.length,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  });
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(path.join(REPORTS, `rounds-${currentEngine}.json`), JSON.stringify(figures));
}

// Generous: a round takes about a second, and more beside other engines.
const timeout = 20_000 + ROUNDS * 10_000;

for (const { name, url } of isSoak ? origins : secureAndPlain) {
  describe(`${ROUNDS} rounds of ${TABS} tabs on ${name}`, () => {
    const tabs: Tab[] = [];
    before(async () => {
      while (tabs.length < TABS) tabs.push(await newTab(`${url()}/`));
    });
    after(() => clear());
    let id = '';

    test('tabs that start at the same moment have one ID, shown and told once by each, made by one', { timeout }, async () => {
      // Reloading eight tabs takes long.
      const outcome = await coldStarts(tabs, isSoak ? ROUNDS : ROUNDS / 2);
      ({ id } = outcome);
      note(name, 'cold start', outcome);
      assert.deepEqual(outcome.faults, []);
    });

    test('the cookie deleted in one tab: one new ID, shown and told once by each, made by one', { timeout }, async () => {
      const outcome = await resets(tabs, ROUNDS, id);
      note(name, 'reset', outcome);
      assert.deepEqual(outcome.faults, []);
    });
  });
}
