// How many tests passed, failed and were skipped, as files in reports/: one for each suite and engine, written by the
// suite's own reporter, so that the totals do not depend on anybody's reading of its output.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const REPORTS = path.join(import.meta.dirname, '..', 'reports');

export const countsFile = (suite, engine) => path.join(REPORTS, `${suite}-${engine}.json`);

export function writeCounts(suite, engine, counts) {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(countsFile(suite, engine), JSON.stringify(counts) + '\n');
}

/** Undefined where the suite has come to no end. */
export function readCounts(suite, engine) {
  try {
    return JSON.parse(readFileSync(countsFile(suite, engine), 'utf8'));
  } catch {
    return undefined;
  }
}
