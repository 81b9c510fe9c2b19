import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import type { Readable } from 'node:stream';

const running = new Set<ChildProcess>();

// Each child leads a process group, which has to be killed as a whole: WebKitWebDriver alone leaves its MiniBrowser.
const kill = (child: ChildProcess) => {
  running.delete(child);
  try {
    process.kill(-child.pid!, 'SIGTERM');
  } catch {
    // It has ended already.
  }
};
process.once('exit', () => running.forEach(kill));

async function start(command: string, args: string[], options: SpawnOptions): Promise<ChildProcess> {
  const child = spawn(command, args, { detached: true, ...options });
  await once(child, 'spawn');
  running.add(child);
  return child;
}

/** WebKitGTK has no headless mode: it draws on a display of its own, which also gives it a clipboard of its own. */
async function startXvfb() {
  // With -displayfd the server itself looks for a free number, and tells it when it is ready.
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = await start('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await Promise.race([
    once(child.stdio[3] as Readable, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb ended'))),
  ]);
  return { child, display: `:${String(number).trim()}` };
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}

/** Starts WebKitWebDriver on a display of its own. */
export async function startWebKitDriver(executablePath: string): Promise<{ url: string; stop(): void }> {
  const xvfb = await startXvfb();
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: xvfb.display,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    // Without it navigator.language is "C". The locale need not be installed.
    LANG: 'en_US.UTF-8',
    LC_ALL: '',
  };
  const driver = await start(executablePath, [`--port=${port}`], { stdio: 'ignore', env });
  const stop = () => [driver, xvfb.child].forEach(kill);
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const ready = await fetch(`${url}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return { url, stop };
    if (Date.now() > end || driver.exitCode != null) {
      stop();
      throw new Error('WebKitWebDriver does not start');
    }
  }
}
