import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** Where a recipe can import `order` from. */
export const ORDER = new URL('order.ts', import.meta.url).href;

const DOCS = readFileSync(path.join(ROOT, 'docs', 'server.md'), 'utf8');

/** What docs/server.md shows in JavaScript under a heading. */
function shownUnder(heading: string): string {
  const section = DOCS.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  const blocks = [...(section ?? '').matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code);
  if (!blocks.length) throw new Error(`docs/server.md shows nothing under "${heading}"`);
  return blocks.join('\n');
}

/** A line as pino has written it. */
export interface Line {
  /** The `x-request-id` of the client. */
  request?: string;
  msg: string;
  'session.id'?: string;
}

export interface Running {
  readonly url: string;
  /** Ends the server, and resolves to all that it has logged. */
  end(): Promise<Line[]>;
}

/** Where the routes of the test go. */
const MARK = '// … your routes\n';

/**
 * A server as docs/server.md shows it, word for word and in a process of its own, since its log goes to stdout. `routes` is
 * what the test adds; it sends the port to this process.
 */
export async function startRecipe(heading: string, routes: string): Promise<Running> {
  const shown = ['Every log line', 'The server goes first', heading].map(shownUnder).join('\n');
  if (!shown.includes(MARK)) throw new Error(`docs/server.md has no "${MARK}" under "${heading}"`);
  // It also ends where this process does without asking for it.
  const source = `${shown.replace(MARK, () => routes)}\nprocess.once('disconnect', () => process.exit());`;
  // A file, since pino loses lines where a pipe is full (EAGAIN).
  const folder = mkdtempSync(path.join(tmpdir(), 'recipe-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const log = path.join(folder, 'log');
  const stdout = openSync(log, 'w');
  // From the root of the package, where its own name and those of the frameworks lead to something.
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: ROOT,
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  });
  closeSync(stdout);
  const exit = once(child, 'exit');
  const failed = exit.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`)));
  const [port] = await Promise.race([once(child, 'message'), failed]);
  return {
    url: `http://127.0.0.1:${port}`,
    async end() {
      child.disconnect();
      await exit;
      const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
      return lines.map((line) => JSON.parse(line) as Line);
    },
  };
}
