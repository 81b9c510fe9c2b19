// What `npm run test:soak` runs: the desk that is killed again and again, every story of test/e2e/ on every origin, the rounds many times and the idle pages for long, in
// all engines side by side, and then a table of how long a reset took. `node tools/soak.mjs test/e2e/rounds.test.ts` runs only that. The variables are those of browsers.mjs, and ROUNDS.
import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPORTS } from './counts.mjs';

/** How soon all tabs shall have the new ID, in ms, for the median of the rounds: told as met or not, and no more than that. */
const GOAL = { 'http://localhost': 50, https: 50, 'plain http': 1200 };

const test = path.join(import.meta.dirname, 'test.mjs');
const asked = process.argv.slice(2);
const files = asked.length ? asked : [...globSync('test/e2e/**/*.test.ts').sort(), 'test/desk/kill.test.ts'];
const child = spawn(process.execPath, [test, ...files], {
  stdio: 'inherit',
  env: { ...process.env, SOAK: '1' },
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));

child.once('exit', (code) => {
  const rows = globSync(path.join(REPORTS, 'rounds-*.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')))
    .map((row) => ({
      ...row,
      goal: row.what == 'reset' ? `≤ ${GOAL[row.origin]} ${row.median <= GOAL[row.origin] ? 'met' : 'NOT MET'}` : '',
    }));
  console.log('\nFrom the word, or the deletion, to the ID in the slowest of 8 tabs, in ms:');
  console.table(rows);
  process.exitCode = code ?? 1;
});
