import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { apps, type App } from './apps.ts';
import { checks } from './checks.ts';

const DOCS = path.join(import.meta.dirname, '../../../docs/frameworks.md');
const BETWEEN = /(<!-- table -->\n)(.*?)(<!-- \/table -->)/s;

/** What is known of an app once it has run. */
export interface Result {
  readonly app: App;
  readonly framework: string;
  readonly tool: string;
  /** The titles of the checks that failed in one mode or the other. */
  readonly failures: ReadonlySet<string>;
}

const link = (name: string): string => `(../test/interop/frameworks/${name}/)`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const rowOf = ({ app, framework, tool, failures }: Result): string =>
  row([
    `[${framework}]${link(app.name)}`,
    tool,
    app.rendering,
    ...checks.map(({ title, concerns }) => (!concerns(app) ? '–' : failures.has(title) ? '✗' : '✓')),
  ]);

/** Writes the rows of these apps into docs/frameworks.md. Those of the others stay. */
export async function writeTable(results: readonly Result[]): Promise<void> {
  const text = readFileSync(DOCS, 'utf8');
  const old = BETWEEN.exec(text)![2]!.split('\n');
  const rows = apps.flatMap(({ name }) => {
    const result = results.find(({ app }) => app.name == name);
    return result ? rowOf(result) : old.filter((line) => line.includes(link(name)));
  });
  const titles = ['framework', 'tool', 'rendered by', ...checks.map(({ title }) => title)];
  const table = [row(titles), row(titles.map(() => '---')), ...rows].join('\n');
  const filled = text.replace(BETWEEN, (_, begin, __, end) => `${begin}\n${table}\n\n${end}`);
  writeFileSync(DOCS, await format(filled, { ...(await resolveConfig(DOCS)), parser: 'markdown' }));
}
