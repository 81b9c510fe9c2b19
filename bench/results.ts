import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { exponent } from './exponent.ts';
import { plot } from './plot.ts';
import type { Growth, Verdict } from './question.ts';
import { reasons } from './reasons.ts';
import { table } from './table.ts';

const FILE = `${import.meta.dirname}/RESULTS.md`;
const PICTURES = `${import.meta.dirname}/growth`;

/** What a run has found out: of all questions, or of those that it was asked. */
export interface Run {
  /** What stands above all answers; not there where only some questions were asked. */
  readonly intro?: string;
  /** All that there are, in their order. */
  readonly titles: readonly string[];
  /** By title. */
  readonly answers: ReadonlyMap<string, string>;
  readonly verdicts: readonly Verdict[];
  readonly growths: readonly Growth[];
}

const GOALS = 'Goals';
const GROWTH = 'Growth';

const goalRow = ({ what, goal, measured, isMet }: Verdict): string[] => [what, goal, measured, isMet ? 'met' : '**missed**'];

/** The rows of a table that stands in a section, without its head. */
const rowsOf = (section = ''): string[][] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));

/** The goals; what was not asked this time says what it said before. */
function goals({ intro, verdicts }: Run, before?: string): string {
  const fresh = new Map(verdicts.map((verdict) => [verdict.what, goalRow(verdict)]));
  const kept = intro ? [] : rowsOf(before).map((row) => fresh.get(row[0]!) ?? row);
  const known = new Set(kept.map(([what]) => what));
  const rows = [...kept, ...[...fresh.values()].filter(([what]) => !known.has(what))];
  const missed = rows.filter(([, , , verdict]) => verdict != 'met').map(([what]) => what!);
  for (const what of missed) if (!reasons[what]) console.warn(`reasons.ts has none for "${what}"`);
  return [
    `## ${GOALS}\n`,
    table(['what', 'goal', 'measured', 'verdict'], rows),
    ...missed.filter((what) => reasons[what]).map((what) => `\n**${what}.** ${reasons[what]}`),
  ].join('\n');
}

const fileName = (title: string): string => `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.svg`;

/** Pictures beside the file: what shows Markdown shows no SVG that stands in it. */
function growth({ growths }: Run): string {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES);
  for (const each of growths) writeFileSync(`${PICTURES}/${fileName(each.title)}`, plot(each));
  const rows = growths.flatMap(({ title, size, cost, curves }) =>
    curves.map(({ name, points }) => [
      `${title}: ${name}`,
      `${cost} against ${size}`,
      points.map(([at, value]) => `${at}: ${Number(value.toPrecision(3))}`).join(', '),
      exponent(points).toFixed(2),
    ]),
  );
  return [
    `## ${GROWTH}\n`,
    'Both axes logarithmic. Exponent: the slope of the line through the logarithms, by least squares; 1 is linear, less where a fixed cost is the larger part.\n',
    table(['what', 'axes', 'points', 'exponent'], rows),
    ...growths.map(({ title }) => `\n![${title}](./growth/${fileName(title)})`),
  ].join('\n');
}

/** Writes what was found out; the answers to what was not asked stay as they are. */
export function write(run: Run): void {
  const [oldIntro, ...old] = readFileSync(FILE, 'utf8').split(/^(?=## )/m);
  const before = (title: string) => old.find((section) => section.startsWith(`## ${title}\n`))?.trimEnd();
  const sections = [
    run.intro ?? oldIntro!,
    goals(run, before(GOALS)),
    ...run.titles.map((title) => run.answers.get(title) ?? before(title)),
    // Curves of one run belong together.
    run.intro ? growth(run) : before(GROWTH),
  ];
  writeFileSync(FILE, sections.flatMap((section) => (section ? [section.trimEnd()] : [])).join('\n\n') + '\n');
}
