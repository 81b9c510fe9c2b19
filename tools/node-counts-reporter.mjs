// A reporter for `node --test`: how many tests passed, failed and were skipped, as JSON.
import path from 'node:path';

export default async function* nodeCountsReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (!['test:pass', 'test:fail'].includes(type) || data.details.type == 'suite') continue;
    // Node tells a file as if it were a test, where it came to no test of its own: it has none, or it ended the process.
    const isFile = data.nesting == 0 && data.file && path.resolve(data.name) == data.file;
    if (type == 'test:fail' || isFile) counts.failed++;
    else if (data.skip || data.todo) counts.skipped++;
    else counts.passed++;
  }
  yield JSON.stringify(counts) + '\n';
}
