import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/desk/cli.js', import.meta.url));
/** Who shows it is kept to no rate. */
export const TOKEN = 'bench';

/** Runs that with a folder, which goes afterwards. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-desk-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface RunningDesk {
  readonly url: string;
  /** The most memory that it has had so far, in MB. */
  peak(): number;
}

/** Runs that beside a desk as it is published, in a process of its own, on that file or database. */
export async function withDesk<Result>(
  place: { readonly file: string } | { readonly databaseUrl: string },
  work: (desk: RunningDesk) => Promise<Result>,
): Promise<Result> {
  const args = 'file' in place ? ['--file', place.file] : [];
  const child = spawn(process.execPath, [CLI, 'desk', '--port', '0', ...args], {
    env: { ...process.env, DESK_TOKEN: TOKEN, DATABASE_URL: 'databaseUrl' in place ? place.databaseUrl : '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (said) => {
        const [, url] = /^Desk: (\S+)/.exec(String(said)) ?? [];
        if (url) resolve(url);
      });
      exit.then(() => reject(new Error('the desk did not start')), reject);
    });
    // Linux: the highest "resident set size".
    const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024;
    return await work({ url, peak });
  } finally {
    child.kill();
    await exit;
  }
}
