/** What a desk answers over HTTP, for tests that send to it by other ways. */
import assert from 'node:assert/strict';
import type { DeskRecord } from '../../src/desk/record.ts';
import type { Summary } from '../../src/desk/story/summary.ts';

/** What `GET /api/sessions/{id}` answers. */
export interface Found {
  readonly id: string;
  readonly startedAt: number | null;
  readonly summary: Summary;
  readonly records: readonly DeskRecord[];
}

export interface DeskAnswers {
  /** Asks for a session; undefined where the desk knows nothing of it. */
  ask(id: string): Promise<Found | undefined>;
  /** The session as soon as it is so: asked for now, and whenever the desk's own stream says that something has come. */
  find(id: string, isSo: (found: Found) => unknown): Promise<Found>;
}

/** Asks the desk at the address that it has at the time. */
export function answersOf(url: () => string): DeskAnswers {
  async function ask(id: string): Promise<Found | undefined> {
    const response = await fetch(`${url()}/api/sessions/${id}`);
    if (response.status == 404) return undefined;
    assert.equal(response.status, 200);
    return (await response.json()) as Found;
  }
  return {
    ask,
    async find(id, isSo) {
      const { body } = await fetch(`${url()}/api/sessions/${id}/stream`, { signal: AbortSignal.timeout(10_000) });
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
