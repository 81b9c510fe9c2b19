import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { askCopy } from './copy.ts';
import { askFetch } from './fetch.ts';
import { size } from './size.ts';
import { askStart } from './start.ts';
import { askThousand } from './thousand.ts';
import { openVisits } from './visits.ts';

const manifest = (folder: string) =>
  JSON.parse(readFileSync(`${import.meta.dirname}/${folder}/package.json`, 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };

const versions = (): string =>
  [
    `session-id-badge ${manifest('..').version}`,
    visits.version,
    `Node ${process.versions.node}`,
    ...Object.entries(manifest('.').dependencies).map((pair) => pair.join(' ')),
  ].join(', ');

/** No names of machines or folders: the file is public. */
const machine = (): string =>
  `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.arch()}; load before ${load}, after ${os.loadavg()[0]!.toFixed(1)}`;

const load = os.loadavg()[0]!.toFixed(1);
const visits = await openVisits();
try {
  const questions = [size, askStart(visits), askThousand(visits), askCopy(visits), askFetch(visits)];
  const rounds = Math.max(...questions.map((question) => question.rounds));
  for (let index = 0; index < rounds; index++) {
    console.log(`round ${index + 1} of ${rounds}`);
    for (const question of questions) if (index < question.rounds) await question.round(index);
  }

  const answers = questions.map(
    (question) => `## ${question.title}\n\n${question.method} Rounds: ${question.rounds}.\n\n${question.table()}\n`,
  );
  console.log(`\n${answers.join('\n')}`);
  const intro = [
    '# Results\n',
    'Written by `npm start` in `bench/`. Times are of one machine on one day: only the ratios within a table say something.\n',
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Versions: ${versions()}`,
    `- Machine: ${machine()}`,
    '- Method: the rounds of all questions take turns, and so do the peers within a round, each round beginning with another one. Each measurement has a tab of its own. Times are medians; a ratio is the median of the ratios within each round.\n',
  ];
  writeFileSync(`${import.meta.dirname}/RESULTS.md`, [...intro, ...answers].join('\n'));
} finally {
  await visits.close();
}
