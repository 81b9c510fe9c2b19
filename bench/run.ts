import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { askCopy } from './copy.ts';
import { askDesk } from './desk/index.ts';
import { askFetch } from './fetch.ts';
import type { Question } from './question.ts';
import { size } from './size.ts';
import { askStart } from './start.ts';
import { askThousand } from './thousand.ts';
import { askTrail } from './trail/index.ts';
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
  `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.arch()}; load before ${load}, after ${loadNow()}`;

const RESULTS = `${import.meta.dirname}/RESULTS.md`;
const date = new Date().toISOString().slice(0, 10);
/** `npm start trail` asks only the questions whose titles begin so, and leaves the other answers as they are. */
const asked = process.argv.slice(2).map((name) => name.toLowerCase());
/** Fewer rounds for a quick look: `ROUNDS=2 npm start trail`. */
const roundsOf = ({ rounds }: Question): number => Math.min(rounds, Number(process.env.ROUNDS ?? rounds));
const loadNow = () => os.loadavg()[0]!.toFixed(1);
const load = loadNow();
const visits = await openVisits();
try {
  const all: readonly Question[] = [
    size,
    askStart(visits),
    askThousand(visits),
    askCopy(visits),
    askFetch(visits),
    ...askTrail(visits),
    ...askDesk(visits),
  ];
  const questions = all.filter(({ title }) => !asked.length || asked.some((name) => title.toLowerCase().startsWith(name)));
  if (!questions.length) throw new Error(`none of ${all.map(({ title }) => title).join(', ')} begins with ${asked.join()}`);
  const rounds = Math.max(...questions.map((question) => roundsOf(question)));
  for (let index = 0; index < rounds; index++) {
    console.log(`round ${index + 1} of ${rounds}`);
    for (const question of questions) if (index < roundsOf(question)) await question.round(index);
  }

  // Of a run of some, what is not of all is said with each.
  const own = asked.length ? ` By itself on ${date}, load ${load} to ${loadNow()}.` : '';
  const answers = new Map(
    questions.map((question) => [
      question.title,
      `## ${question.title}\n\n${question.method} Rounds: ${roundsOf(question)}.${own}\n\n${question.table()}\n`,
    ]),
  );
  console.log(`\n${[...answers.values()].join('\n')}`);
  const intro = [
    '# Results\n',
    'Written by `npm start` in `bench/`. Times are of one machine on one day: only the ratios within a table say something.\n',
    `- Date: ${date}`,
    `- Versions: ${versions()}`,
    `- Machine: ${machine()}`,
    '- Method: the rounds of all questions take turns, and so do the peers within a round, each round beginning with another one. Each measurement has a tab of its own. Times are medians; a ratio is the median of the ratios within each round.\n',
  ].join('\n');
  const [oldIntro, ...old] = readFileSync(RESULTS, 'utf8').split(/^(?=## )/m);
  const oldAnswer = (title: string) => old.find((answer) => answer.startsWith(`## ${title}\n`))?.trimEnd();
  const sections = all.map(({ title }) => (answers.get(title) ?? oldAnswer(title))?.trimEnd());
  writeFileSync(
    RESULTS,
    [(asked.length ? oldIntro! : intro).trimEnd(), ...sections.filter((section) => section != undefined)].join('\n\n') + '\n',
  );
} finally {
  await visits.close();
}
