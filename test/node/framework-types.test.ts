import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

// React's, Preact's and Solid's JSX is checked by `tsc`, in test/frameworks/*.types.tsx; templates take a compiler of their own.
const root = path.join(import.meta.dirname, '../..');
const checkers = {
  vue: { command: ['vue-tsc', '--noEmit', '-p', 'test/frameworks/vue'], error: /(\w+\.vue)\((\d+),/ },
  svelte: {
    command: ['svelte-check', '--workspace', 'test/frameworks/svelte', '--tsconfig', 'tsconfig.json', '--output', 'machine'],
    error: /ERROR "(\w+\.svelte)" (\d+):/,
  },
};

for (const [framework, { command, error }] of Object.entries(checkers)) {
  describe(`types for ${framework}`, () => {
    const [name, ...args] = command;
    const { stdout } = spawnSync(path.join(root, 'node_modules/.bin', name!), args, { cwd: root, encoding: 'utf8' });
    const errors = stdout.split('\n').flatMap((line) => {
      const [, file, number] = error.exec(line) ?? [];
      return file ? [{ file, line: Number(number), text: line }] : [];
    });

    it('take a badge that is written well', () => {
      assert.deepEqual(
        errors.filter(({ file }) => file.startsWith('Right')),
        [],
      );
    });

    it('refuse each wrong attribute, property and event', () => {
      const source = readFileSync(path.join(root, `test/frameworks/${framework}/Wrong.${framework}`), 'utf8').split('\n');
      const wrong = source.flatMap((text, i) => (text.includes('<session-id-badge') ? [i + 1] : []));
      assert.ok(wrong.length > 5);
      assert.deepEqual([...new Set(errors.map(({ line }) => line))], wrong);
    });
  });
}
