import { setFlagsFromString } from 'node:v8';
import { startDesk, type DeskOptions } from '../desk.ts';

// V8 lets the space for new objects grow as long as requests come quickly, to 100 MB for two threads. A small one is cleared more
// often, in the same time.
setFlagsFromString('--semi-space-growth-factor=1');

/** Runs the desk until it is told to end (SIGINT, SIGTERM), which writes what waits. */
export async function serve(options: DeskOptions): Promise<void> {
  const desk = await startDesk({ ...options, log: (line) => console.error(line) });
  console.log(`Desk: ${desk.url}\nSend OTLP logs to ${desk.url}/v1/logs`);
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Who asks twice does not want to wait.
      if (isEnding) process.exit(1);
      isEnding = true;
      void desk.close();
    });
  }
}
