// What `npm test` runs: the unit tests and then the stories of test/e2e/ in all engines at once, and in one engine test/interop/,
// since other people's packages do not differ by browser, and the stories of test/e2e/once/, which the unit tests of every engine
// come close to; and what needs no browser.
// `npm test -- test/e2e/copy.test.ts` runs only that. The variables are those of browsers.mjs.
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { shareBrowser } from '../test/support/shared-browser.ts';
import { ensureBrowsers } from './browsers.mjs';
import { countsFile, readCounts, REPORTS } from './counts.mjs';

process.chdir(path.join(import.meta.dirname, '..'));

/** What went wrong beside the tests that failed. */
const troubles = [];

const children = new Set();
// A CI ends only this process, but it is those below that have the browsers to close.
for (const [signal, code] of Object.entries({ SIGTERM: 143, SIGINT: 130 })) {
  process.once(signal, () => {
    if (!children.size) process.exit(code);
    for (const child of children) {
      child.once('exit', () => {
        children.delete(child);
        // At once, before the next suite starts.
        if (!children.size) process.exit(code);
      });
      child.kill(signal);
    }
  });
}

/** Runs it; what it prints comes at once, or at its end where others print at the same time. */
function run(name, args, env, stdio = 'inherit') {
  if (stdio == 'inherit') console.log(`\n== ${name}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['inherit', stdio, stdio], env: { ...process.env, ...env } });
    children.add(child);
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => printed.push(data));
    child.once('close', (code, signal) => {
      children.delete(child);
      if (code != 0) troubles.push(`${name} ended with ${signal ?? `exit code ${code}`}`);
      if (stdio == 'pipe') console.log(`\n== ${name}\n${Buffer.concat(printed)}`);
      resolve();
    });
  });
}

const runUnit = (files, env) =>
  run('unit', ['node_modules/@web/test-runner/dist/bin.js'], { ...env, ...(files && { FILES: files.join() }) });

const runNode = (suite, engine, files, env) =>
  run(
    `${suite} ${engine}`,
    [
      '--test',
      // They have one browser, and what a test asks of a click or of a timer suffers beside another one.
      '--test-concurrency=1',
      '--test-timeout=120000',
      // A test that fails may leave its browser open; the exit handlers close it.
      '--test-force-exit',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./tools/node-counts-reporter.mjs',
      `--test-reporter-destination=${countsFile(suite, engine)}`,
      ...files,
    ],
    { ENGINE: engine, ...env },
    'pipe',
  );

/** In one browser for all files: a Firefox takes seven seconds of a processor to start. */
async function runStories(suite, engine, browser, files) {
  const shared = await shareBrowser(engine, browser).catch((error) => console.log(`no shared ${engine}: ${error}`));
  await runNode(suite, engine, files, shared?.env);
  await shared?.stop().catch((error) => troubles.push(`${engine} does not end: ${error}`));
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS);

const asked = process.argv.slice(2).map((file) => path.relative('.', file));
const isIn = (folder) => (file) => file.startsWith(`test/${folder}/`);
const filesOf = (folder, pattern = '**') =>
  asked.length ? asked.filter(isIn(folder)) : globSync(`test/${folder}/${pattern}/*.test.ts`).sort();
const files = {
  // Who asks for a story by its name sees it in every engine.
  e2e: filesOf('e2e', '.'),
  once: asked.length ? [] : filesOf('e2e/once'),
  interop: filesOf('interop'),
  node: [...filesOf('node'), ...filesOf('server'), ...filesOf('desk').filter((file) => !isIn('desk/page')(file))],
};
const others = Object.values(files).flat();
const unitFiles = asked.length ? asked.filter((file) => !others.includes(file)) : undefined;
const isThere = (suite) => (suite == 'unit' ? unitFiles?.length != 0 : files[suite].length > 0);

const browsers = ['unit', 'e2e', 'once', 'interop'].some(isThere) ? await ensureBrowsers() : {};
const engines = Object.keys(browsers);
const [first] = engines;
// What was skipped has been told; the suites need not look again.
const env = { BROWSERS: engines.join() };
// Side by side: each has a browser, a profile and a clipboard of its own, and waits much of the time, the unit tests most. No more
// at a time: what a click or a timer does is another thing on a machine that has no time for it.
await Promise.all([isThere('unit') && runUnit(unitFiles, env), isThere('interop') && runNode('interop', first, files.interop)]);
if (isThere('e2e')) await Promise.all(engines.map((engine) => runStories('e2e', engine, browsers[engine], files.e2e)));
await Promise.all([
  isThere('once') && runStories('once', first, browsers[first], files.once),
  isThere('node') && runNode('node', 'node', files.node),
]);

const total = { passed: 0, failed: 0, skipped: 0 };
const words = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
const add = (sum, counts) => Object.keys(sum).forEach((key) => (sum[key] += counts[key]));

function report(engine, suitesThere) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const parts = suitesThere.map((suite) => {
    let counts = readCounts(suite, engine);
    if (!counts) {
      troubles.push(`${suite} in ${engine} came to no end`);
      counts = { passed: 0, failed: 1, skipped: 0 };
    } else if (!counts.passed && !counts.failed) troubles.push(`${suite} in ${engine} ran no test`);
    add(sum, counts);
    return `${suite} ${counts.passed}`;
  });
  add(total, sum);
  return `${engine}: ${words(sum)} (${parts.join(', ')})`;
}

const lines = engines.flatMap((engine) => {
  const there = ['unit', 'e2e', ...(engine == first ? ['once', 'interop'] : [])].filter(isThere);
  return there.length ? report(engine, there) : [];
});
if (isThere('node')) lines.push(report('node', ['node']));
console.log(['', ...troubles, ...lines, words(total)].join('\n'));
if (total.failed || troubles.length || !total.passed) process.exitCode = 1;
