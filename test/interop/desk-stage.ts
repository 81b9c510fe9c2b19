/** What the stories of real senders are told on: a desk on a file of its own, which can be away for a while, and what it answers. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before } from 'node:test';
import { startDesk, type Desk, type DeskOptions } from '../../src/desk/desk.ts';
import type { DeskRecord } from '../../src/desk/record.ts';
import type { Summary } from '../../src/desk/story/summary.ts';
import { useFolder } from '../desk/desk.ts';

/** What `GET /api/sessions/{id}` answers. */
export interface Found {
  readonly id: string;
  readonly startedAt: number | null;
  readonly summary: Summary;
  readonly records: readonly DeskRecord[];
}

/** The desk is there once the tests run. */
export interface LiveDesk {
  /** Where to send logs to. */
  readonly endpoint: string;
  /** Stops it: senders are refused, until `up`. */
  down(): Promise<void>;
  /** Starts another one on the same file and port. */
  up(): Promise<void>;
  /** Asks for a session; undefined where the desk knows nothing of it. */
  ask(id: string): Promise<Found | undefined>;
  /** The session as soon as it is so: asked for now, and whenever the desk's own stream says that something has come. */
  find(id: string, isSo: (found: Found) => unknown): Promise<Found>;
}

/** Starts a desk for the tests of the file that calls it. */
export function useLiveDesk(options: DeskOptions = {}): LiveDesk {
  const file = path.join(useFolder(), 'desk.sqlite');
  let desk: Desk;
  let port = 0;
  async function up(): Promise<void> {
    desk = await startDesk({ port, file, ...options });
    port = Number(new URL(desk.url).port);
  }
  before(up);
  after(() => desk.close());

  async function ask(id: string): Promise<Found | undefined> {
    const response = await fetch(`${desk.url}/api/sessions/${id}`);
    if (response.status == 404) return undefined;
    assert.equal(response.status, 200);
    return (await response.json()) as Found;
  }
  return {
    get endpoint() {
      return `${desk.url}/v1/logs`;
    },
    down: () => desk.close(),
    up,
    ask,
    async find(id, isSo) {
      const { body } = await fetch(`${desk.url}/api/sessions/${id}/stream`, { signal: AbortSignal.timeout(10_000) });
      const stream = body!.getReader();
      for (let found: Found | undefined; ;) {
        await stream.read().catch((cause: Error) => {
          const had = found?.records.map(({ eventName, body, attributes }) => ({ eventName, body, attributes }));
          throw new Error(`not so: ${isSo}; there is ${JSON.stringify(had, null, 1)}`, { cause });
        });
        found = await ask(id);
        if (!found || !isSo(found)) continue;
        await stream.cancel();
        return found;
      }
    },
  };
}
