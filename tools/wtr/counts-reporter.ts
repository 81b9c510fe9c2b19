import type { BrowserLauncher, Reporter, TestSession, TestSuiteResult } from '@web/test-runner-core';
import { writeCounts } from '../counts.mjs';

const testsOf = (suite: TestSuiteResult): TestSuiteResult['tests'] => [...suite.tests, ...suite.suites.flatMap(testsOf)];

function count(sessions: TestSession[]) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { testResults, passed } of sessions) {
    const failedBefore = counts.failed;
    for (const test of testResults ? testsOf(testResults) : []) {
      counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    }
    // A file that cannot be loaded, a hook that throws, a time-out: no test of its own says so.
    if (!passed && counts.failed == failedBefore) counts.failed++;
  }
  return counts;
}

/** Writes how many tests passed, failed and were skipped in each engine. */
export function countsReporter(engineOf: ReadonlyMap<BrowserLauncher, string>): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      for (const [launcher, engine] of engineOf) {
        writeCounts('unit', engine, count(sessions.filter(({ browser }) => browser == launcher)));
      }
    },
  };
}
