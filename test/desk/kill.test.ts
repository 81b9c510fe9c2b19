import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { mintSessionId } from '../../src/session/session-id.ts';
import { ensurePostgres } from '../../tools/postgres.mjs';
import { startPostgres } from '../support/postgres.ts';
import { useFolder } from './desk.ts';
import { jsonOf } from './otlp.ts';
import { startProcess } from './process.ts';

/** As many as the promise was tried with, or as many as there is time for each time. */
const ROUNDS = process.env.SOAK ? 50 : 6;
const SENDERS = 8;

const folder = useFolder();

/** Sends until it is told that the desk is killed; calls that with what was acknowledged. */
async function sendUntil(killed: AbortSignal, url: string, name: string, acknowledge: (uids: string[]) => void): Promise<void> {
  const id = mintSessionId(Date.now());
  for (let i = 0; !killed.aborted; i++) {
    const uids = [0, 1, 2, 3, 4].map((j) => `${name}.${i}.${j}`);
    const body = JSON.stringify(jsonOf(uids.map((uid) => ({ attributes: { 'session.id': id, 'log.record.uid': uid } }))));
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    // Also a connection to the desk before, which had the same port, is cut off.
    const response = await fetch(`${url}/v1/logs`, init).catch(() => undefined);
    if (!response) continue;
    assert.equal(response.status, 200);
    acknowledge(uids.map((uid) => `${id} ${uid}`));
  }
}

async function killAgainAndAgain(start: () => ReturnType<typeof startProcess>): Promise<void> {
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const desk = await start();
    // In the middle of its work, at another moment each time.
    const enough = acknowledged.length + 5 * (20 + 17 * (round % 7));
    const killed = new AbortController();
    const acknowledge = (uids: string[]) => {
      acknowledged.push(...uids);
      if (acknowledged.length < enough) return;
      desk.child.kill('SIGKILL');
      killed.abort();
    };
    await Promise.all(
      Array.from({ length: SENDERS }, (_, i) => sendUntil(killed.signal, desk.url, `${round}.${i}`, acknowledge)),
    );
    await desk.end('SIGKILL');
  }
  const desk = await start();
  const there = new Set<string>();
  for (const id of new Set(acknowledged.map((line) => line.split(' ')[0]!))) {
    let next: string | null = '';
    while (next != null) {
      const response: Response = await fetch(`${desk.url}/api/sessions/${id}${next && `?after=${next}`}`);
      const answer = (await response.json()) as { records: { uid: string }[]; next: string | null };
      for (const { uid } of answer.records) there.add(`${id} ${uid}`);
      next = answer.next;
    }
  }
  await desk.end();
  assert.ok(acknowledged.length > ROUNDS * 100);
  assert.deepEqual(
    acknowledged.filter((line) => !there.has(line)),
    [],
  );
}

describe(`killed ${ROUNDS} times while it takes in, it loses nothing that it has acknowledged`, () => {
  test('SQLite', { timeout: 600_000 }, () =>
    killAgainAndAgain(() => startProcess(['--file', path.join(folder, 'killed.sqlite')])),
  );

  const found = ensurePostgres();
  test('PostgreSQL', { skip: found.why, timeout: 600_000 }, async (t) => {
    const postgres = await startPostgres(found as Exclude<typeof found, { why: string }>);
    t.after(() => postgres.stop());
    const databaseUrl = await postgres.newDatabase();
    await killAgainAndAgain(() => startProcess([], { DATABASE_URL: databaseUrl }));
  });
});
