import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../support/free-port.ts';
import { environment } from './workplace.ts';

/** A server of an app's own. */
export interface Server {
  readonly url: string;
  /** Ends it with all that it has started. */
  close(): Promise<void>;
}

/** How long a dev server on a busy machine may take until it answers, in ms. */
const PATIENCE = 120_000;

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.arrayBuffer().then(() => true),
    () => false,
  );

/** Runs one of the scripts of the app's package.json, `start` or `dev`, and resolves once it answers at its port. */
export async function serve(folder: string, script: 'start' | 'dev'): Promise<Server> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // Detached: npm, the shell and the server are a process group, which ends as one.
  const child = spawn('npm', ['run', script], {
    cwd: folder,
    env: { ...environment, PORT: String(port) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const exit = once(child, 'exit');
  let hasEnded = false;
  exit.then(
    () => (hasEnded = true),
    () => (hasEnded = true),
  );
  const kill = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-child.pid!, signal);
    } catch {
      // Nobody of the group is left.
    }
  };
  const killAll = () => kill('SIGKILL');
  process.once('exit', killAll);
  const close = async (): Promise<void> => {
    kill('SIGTERM');
    await exit;
    killAll();
    process.off('exit', killAll);
  };
  const end = Date.now() + PATIENCE;
  while (!(await answers(url))) {
    if (!hasEnded && Date.now() < end) {
      await pause(200);
      continue;
    }
    await close();
    throw new Error(`npm run ${script} does not answer at ${url}:\n${said}`);
  }
  return { url, close };
}
