import { readFileSync } from 'node:fs';
import os from 'node:os';
import { askCopy } from './copy.ts';
import { askDesk } from './desk/index.ts';
import { askFetch } from './fetch.ts';
import { askIdle } from './idle.ts';
import type { Question } from './question.ts';
import { askReset } from './reset.ts';
import { write } from './results.ts';
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

const date = new Date().toISOString().slice(0, 10);
/** `npm run bench -- trail` asks only the questions whose titles begin so, and leaves the other answers as they are. */
const asked = process.argv.slice(2).map((name) => name.toLowerCase());
/** Fewer rounds for a quick look: `ROUNDS=2 npm run bench -- trail`. */
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
    askReset(visits),
    askIdle(visits),
    ...askTrail(visits),
    ...askDesk(visits),
  ];
  const questions = all.filter(({ title }) => !asked.length || asked.some((name) => title.toLowerCase().startsWith(name)));
  if (!questions.length) throw new Error(`none of ${all.map(({ title }) => title).join(', ')} begins with ${asked.join()}`);
  const rounds = Math.max(...questions.map((question) => roundsOf(question)));
  const seconds = new Map<string, number>();
  for (let index = 0; index < rounds; index++) {
    console.log(`round ${index + 1} of ${rounds}`);
    for (const question of questions) {
      if (index >= roundsOf(question)) continue;
      const start = performance.now();
      await question.round(index);
      seconds.set(question.title, (seconds.get(question.title) ?? 0) + (performance.now() - start) / 1000);
    }
  }

  // Of a run of some, what is not of all is said with each.
  const own = asked.length ? ` By itself on ${date}, load ${load} to ${loadNow()}.` : '';
  const answers = new Map(
    questions.map((question) => [
      question.title,
      `## ${question.title}\n\n${question.method} Rounds: ${roundsOf(question)}, in ${Math.round(seconds.get(question.title)!)} s.${own}\n\n${question.table()}\n`,
    ]),
  );
  const verdicts = questions.flatMap((question) => question.verdicts?.() ?? []);
  console.log(`\n${[...answers.values()].join('\n')}`);
  for (const { what, goal, measured, isMet } of verdicts)
    console.log(`${isMet ? 'met   ' : 'missed'} ${what}: ${measured} (${goal})`);

  const versions = [
    `session-id-badge ${manifest('..').version}`,
    visits.version,
    `Node ${process.versions.node}`,
    ...Object.entries(manifest('.').dependencies).map((pair) => pair.join(' ')),
  ];
  // No names of machines or folders: the file is public.
  const machine = `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.arch()}; load before ${load}, after ${loadNow()}`;
  const intro = [
    '# Results\n',
    'Written by `npm run bench`. Times are of one machine on one day: only the ratios within a table say something.\n',
    `- Date: ${date}`,
    `- Versions: ${versions.join(', ')}`,
    `- Machine: ${machine}`,
    '- Method: the rounds of all questions take turns, and so do the peers within a round, each round beginning with another one. Each measurement has a tab of its own. Times are medians, "worst" the worst round; a ratio is the median of the ratios within each round.',
  ].join('\n');
  write({
    intro: asked.length ? undefined : intro,
    titles: all.map(({ title }) => title),
    answers,
    verdicts,
    growths: questions.flatMap((question) => question.growths?.() ?? []),
  });
} finally {
  await visits.close();
}
