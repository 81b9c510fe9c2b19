/** A real nginx that logs by the recipe of docs/server-logs.md. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** Where the recipe says that the log is. */
const LOG = '/var/log/nginx/diagnostic.log';

/** The recipe, the very one. */
const RECIPE = readFileSync(path.join(ROOT, 'docs/server-logs.md'), 'utf8').match(/```nginx\n(.*?)```/s)![1]!;
if (!RECIPE.includes(` ${LOG} `)) throw new Error(`the nginx recipe does not log to ${LOG}`);

/** A line of the log. */
export interface LogLine {
  readonly time: string;
  readonly 'session.id': string;
  readonly request: string;
  readonly status: string;
}

export interface Nginx {
  /** `http://localhost:<port>` */
  readonly url: string;
  /** The same site as another origin, which shares no cookie with it. */
  readonly otherUrl: string;
  /** Sends bytes as they are on a connection of their own, and resolves when nginx has closed it. */
  send(bytes: string | Buffer): Promise<void>;
  /** All lines so far. Throws where one is not JSON. */
  lines(): LogLine[];
  /** The line of a request for that path, as soon as it is there: nginx writes it after its answer. */
  lineOf(path: string): Promise<LogLine>;
  stop(): Promise<void>;
}

// One process, of the user who runs the tests, so that it can read what they can. All that it writes is in its prefix.
const config = (port: number): string => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {}
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${what};`).join(' ')}
  types { text/html html; text/javascript js; application/json json map; }
  ${RECIPE.replace(LOG, 'access.log')}
  server {
    listen 127.0.0.1:${port};
    root .;
    location = / { try_files /index.html =404; }
    location /dist/ { alias "${ROOT}/dist/"; }
    location /next/ { return 204; }
    # Another origin may ask here, with baggage.
    location /api/ {
      add_header Access-Control-Allow-Origin *;
      add_header Access-Control-Allow-Headers baggage;
      return 204;
    }
  }
}
`;

/** Asks again and again until there is an answer. */
async function waitFor<T>(question: () => T | undefined | false, what: string): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(10)) {
    const answer = question();
    if (answer) return answer;
  }
  throw new Error(`no ${what} in 10 s`);
}

/** Starts nginx on a free port, with `html` at `/` and what was built under /dist/. */
export async function startNginx(executablePath: string, html: string): Promise<Nginx> {
  const prefix = mkdtempSync(path.join(tmpdir(), 'nginx-'));
  const port = await freePort();
  writeFileSync(path.join(prefix, 'nginx.conf'), config(port));
  writeFileSync(path.join(prefix, 'index.html'), html);
  const child = spawn(executablePath, ['-p', `${prefix}/`, '-c', 'nginx.conf'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  const ended = once(child, 'close');
  const isRunning = () => child.exitCode == null && child.signalCode == null;

  const clean = () => {
    child.kill();
    rmSync(prefix, { recursive: true, force: true });
  };
  process.once('exit', clean);
  const stop = async () => {
    child.kill();
    await ended;
    process.off('exit', clean);
    clean();
  };

  // Written once it listens.
  await waitFor(() => existsSync(path.join(prefix, 'nginx.pid')) || !isRunning(), 'nginx');
  if (!isRunning()) {
    await stop();
    throw new Error(`nginx does not start: ${errors}`);
  }

  const lines = (): LogLine[] =>
    readFileSync(path.join(prefix, 'access.log'), 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));

  return {
    url: `http://localhost:${port}`,
    otherUrl: `http://127.0.0.1:${port}`,
    async send(bytes) {
      const socket = net.connect(port, '127.0.0.1');
      // It may close before it has read everything, which resets the connection.
      socket.on('error', () => {}).resume();
      socket.write(bytes);
      await new Promise((resolve) => socket.once('close', resolve));
    },
    lines,
    lineOf: (asked) =>
      waitFor(
        () => lines().find(({ request }) => request.startsWith('GET ') && request.split(' ')[1] == asked),
        `line of ${asked}`,
      ),
    stop,
  };
}
