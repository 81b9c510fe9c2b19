import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startProcess } from '../../test/desk/process.ts';

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

/** Runs that beside a desk as it is published, in a process of its own, on that file. */
export async function withDesk<Result>(file: string, work: (desk: RunningDesk) => Promise<Result>): Promise<Result> {
  const { url, child, end } = await startProcess(['--file', file], { DESK_TOKEN: TOKEN, DATABASE_URL: '' });
  try {
    // Linux: the highest "resident set size".
    const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024;
    return await work({ url, peak });
  } finally {
    await end();
  }
}
