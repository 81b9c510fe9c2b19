/** The desk as a process of its own, as it is published. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';

export const CLI = fileURLToPath(new URL('../../dist/desk/cli.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs `session-id-badge` to its end. */
export async function run(args: readonly string[], { input = '', env = {} } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...env } });
  child.stdin.end(input);
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number | null, out, error };
}

export interface DeskProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it, and resolves when it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `session-id-badge desk` on a free port, and resolves when it answers. */
export async function startProcess(args: readonly string[], env: Record<string, string> = {}): Promise<DeskProcess> {
  const child = spawn(process.execPath, [CLI, 'desk', '--port', '0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const [, url] = /^Desk: (\S+)$/m.exec(said) ?? [];
      if (url) resolve(url);
    });
    exit.then(([code]) => reject(new Error(`the desk has ended with ${code}: ${said}`)), reject);
  });
  return {
    url,
    child,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      await exit;
    },
  };
}
