import assert from 'node:assert/strict';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply as SiteReply } from '../site.ts';
import type { LogRecord } from './flatten.ts';
import { bodyFor, contentType, corsHeaders, type CorsOptions, type Reply } from './http.ts';
import { receive, type Received, type Refused } from './receive.ts';

export interface Answer {
  /** Default: 200. Records count as stored if it is 2xx. */
  status?: number;
  headers?: Record<string, string>;
  /** Default: what a Collector says beside that status. */
  body?: string | Uint8Array;
  /** How long the answer is held back, ms. The request counts as received at once. */
  delay?: number;
  /** Cuts the connection in place of an answer; where the status is 2xx the records are stored none the less. */
  drop?: boolean;
}

/** What to answer with, or what chooses it. What cannot be read gets its 4xx before that. */
export type Answering = number | Answer | ((received: Received) => number | Answer);

type Trueish<Result> = Exclude<Result, false | null | undefined | 0 | ''>;

export interface InboxOptions {
  /** Default: pages of every origin may send. `false`: as a Collector that has not been told of browsers. */
  cors?: CorsOptions | false;
  /** The longest body that is read, packed or unpacked, in bytes. Default: 20 MiB, a Collector's own. */
  limit?: number;
}

/** Receives OTLP logs over HTTP as a Collector does, and looks closer. */
export interface Inbox {
  /** Every POST so far, also those refused. */
  readonly requests: readonly Received[];
  /** The headers of all preflights so far. */
  readonly preflights: readonly IncomingHttpHeaders[];
  /** What was wrong with the requests, whatever they were answered with. */
  readonly violations: readonly string[];
  /** Throws if anything was. */
  assertClean(): void;
  /** The records of all requests that were answered with 2xx, in the order they came. */
  records(): LogRecord[];
  /** Sets what is answered from now on. */
  answer(answering: Answering): void;
  /** Calls that for each POST, before it is answered; returns what ends that. */
  onRequest(listener: (received: Received) => void): () => void;
  /** Asks now and after each POST until the answer is true-ish, and resolves to it. `timeout` in ms, default 10,000. */
  waitFor<Result>(question: (records: LogRecord[]) => Result, options?: { timeout?: number }): Promise<Trueish<Result>>;
  /** Forgets all that has come, also what was wrong with it. */
  clear(): void;
  /** For a `node:http` server that has /v1/logs on its own origin. */
  handleLogs(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The same for `startSite`: `routes: { '/v1/logs': inbox.route }`. */
  route(request: IncomingMessage): Promise<SiteReply>;
}

export function createInbox({ cors = {}, limit = 20 * 1024 * 1024 }: InboxOptions = {}): Inbox {
  let requests: Received[] = [];
  let preflights: IncomingHttpHeaders[] = [];
  let violations: string[] = [];
  let answering: Answering = 200;
  let count = 0;
  const listeners = new Set<(received: Received) => void>();

  const records = () => requests.filter(({ status }) => status >= 200 && status < 300).flatMap((each) => each.records);

  function choose(received: Received, refused: Refused | null): Answer & { status: number } {
    if (refused) {
      const [status, message] = refused;
      // A Collector says these two before it knows in which encoding.
      return status == 405 || status == 415
        ? { status, headers: { 'content-type': 'text/plain' }, body: message }
        : { status, body: bodyFor(status, contentType(received.headers), message) };
    }
    const chosen = typeof answering == 'function' ? answering(received) : answering;
    return { status: 200, ...(typeof chosen == 'number' ? { status: chosen } : chosen) };
  }

  async function respond(request: IncomingMessage): Promise<Reply | null> {
    const { method, headers } = request;
    const isPreflight = method == 'OPTIONS' && !!headers['access-control-request-method'];
    const allowed = cors && corsHeaders(cors, headers, isPreflight);
    if (allowed && isPreflight) {
      preflights.push(headers);
      return { status: 204, headers: allowed, body: '' };
    }
    const number = count++;
    const { received, refused } = await receive(request, limit, (what) => violations.push(`request ${number}: ${what}`));
    const { status, body, headers: more, delay, drop } = choose(received, refused);
    if (method == 'POST') {
      const answered = { ...received, status };
      requests.push(answered);
      for (const listener of [...listeners]) listener(answered);
    }
    if (delay) await sleep(delay, undefined, { ref: false });
    if (drop) return null;
    const type = contentType(headers);
    return { status, headers: { 'content-type': type, ...allowed, ...more }, body: body ?? bodyFor(status, type) };
  }

  /** Null: there is nobody to answer, or nothing. */
  const take = (request: IncomingMessage): Promise<Reply | null> =>
    respond(request).catch((error) => {
      // A page that goes away may cut its request off, which is nothing wrong; a mistake in a test's own function is.
      if (request.complete) violations.push(String(error));
      return null;
    });

  function waitFor<Result>(question: (records: LogRecord[]) => Result, { timeout = 10_000 } = {}) {
    return new Promise<Trueish<Result>>((resolve, reject) => {
      const settle = (how: () => void) => {
        clearTimeout(timer);
        listeners.delete(look);
        how();
      };
      const timer = setTimeout(() => {
        const there = records().map(({ eventName }) => eventName);
        const error = new Error(`not after ${timeout} ms: ${question}; there are ${there.join(', ') || 'no records'}`);
        settle(() => reject(error));
      }, timeout);
      const look = () => {
        try {
          const answer = question(records());
          if (answer) settle(() => resolve(answer as Trueish<Result>));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      listeners.add(look);
      look();
    });
  }

  return {
    get requests() {
      return requests;
    },
    get preflights() {
      return preflights;
    },
    get violations() {
      return violations;
    },
    assertClean: () => assert.deepEqual(violations, []),
    records,
    answer: (next) => void (answering = next),
    onRequest: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    waitFor,
    clear: () => void ([requests, preflights, violations, count] = [[], [], [], 0]),
    async handleLogs(request, response) {
      const reply = await take(request);
      if (reply) response.writeHead(reply.status, reply.headers).end(reply.body);
      else request.socket.destroy();
    },
    async route(request) {
      const reply = await take(request);
      if (!reply) request.socket.destroy();
      return reply ? { ...reply, body: Buffer.from(reply.body).toString() } : {};
    },
  };
}
