import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What a client makes of an answer is not asked here, and its own garbage is not to be: it takes bytes, no more. */
export class Reader {
  readonly #socket: Socket;
  readonly #rest: string;

  private constructor(socket: Socket, rest: string) {
    this.#socket = socket;
    this.#rest = rest;
  }

  static async connect(url: string, token: string): Promise<Reader> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname == 'localhost' ? '127.0.0.1' : hostname).setNoDelay();
    await once(socket, 'connect');
    return new Reader(socket, ` HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  }

  /** Resolves to the body of what is answered there. Throws for any status but 200. */
  async get(path: string): Promise<Buffer> {
    this.#socket.write(`GET ${path}${this.#rest}`);
    const chunks: Buffer[] = [];
    for (let [length, end] = [0, Infinity]; length < end;) {
      const [chunk] = (await once(this.#socket, 'data')) as [Buffer];
      chunks.push(chunk);
      length += chunk.length;
      if (chunks.length == 1) end = endOf(chunk);
    }
    const answer = Buffer.concat(chunks);
    return answer.subarray(answer.indexOf('\r\n\r\n') + 4);
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Where the answer ends of which this is the first piece: its headers are short, and so in it. */
function endOf(first: Buffer): number {
  const head = first.toString('latin1', 0, first.indexOf('\r\n\r\n') + 4);
  const [, length] = /^content-length: (\d+)/im.exec(head) ?? [];
  if (!head.startsWith('HTTP/1.1 200 ') || !length) throw new Error(`answered ${head}`);
  return head.length + Number(length);
}
