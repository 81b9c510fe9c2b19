import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Progress } from './progress.ts';

/** What a sender costs is not asked here: it writes ready bytes, and looks for no more than the status of the answer. */
class Sender {
  readonly #socket: Socket;
  readonly #head: string;

  private constructor(socket: Socket, head: string) {
    this.#socket = socket;
    this.#head = head;
  }

  static async connect(url: string, type: string, token: string): Promise<Sender> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname == 'localhost' ? '127.0.0.1' : hostname);
    await once(socket, 'connect');
    return new Sender(
      socket,
      `POST /v1/logs HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${type}\r\nAuthorization: Bearer ${token}\r\n`,
    );
  }

  /** Resolves to the status, once the answer is there: it is short, and so comes in one piece. */
  async send(body: Uint8Array): Promise<number> {
    // In one piece: the kernel would hold back the second one until the first is acknowledged.
    this.#socket.cork();
    this.#socket.write(`${this.#head}Content-Length: ${body.length}\r\n\r\n`);
    this.#socket.write(body);
    this.#socket.uncork();
    const [answer] = (await once(this.#socket, 'data')) as [Buffer];
    return Number(answer.subarray(9, 12).toString());
  }

  close(): void {
    this.#socket.destroy();
  }
}

export const SENDERS = 16;

export interface Load {
  readonly type: string;
  readonly bodies: readonly Uint8Array[];
}

/** Sends all of it from so many connections, each waiting for its answers. Throws where one was not taken. Counts requests. */
export async function sendAll(url: string, token: string, { type, bodies }: Load, connections = SENDERS): Promise<Progress> {
  let next = 0;
  const progress: [number, number][] = [];
  const senders = await Promise.all(Array.from({ length: connections }, () => Sender.connect(url, type, token)));
  const start = performance.now();
  await Promise.all(
    senders.map(async (sender) => {
      while (next < bodies.length) {
        const status = await sender.send(bodies[next++]!);
        if (status != 200) throw new Error(`answered ${status}`);
        progress.push([progress.length + 1, (performance.now() - start) / 1_000]);
      }
    }),
  );
  for (const sender of senders) sender.close();
  return progress;
}
