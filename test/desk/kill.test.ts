import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { mintSessionId } from '../../src/session/session-id.ts';
import { useFolder } from './desk.ts';
import { jsonOf } from './otlp.ts';
import { startProcess } from './process.ts';

/** As many as the promise was tried with, or as many as there is time for each time. */
const ROUNDS = process.env.SOAK ? 50 : 6;
const SENDERS = 8;

const folder = useFolder();

/** Sends until the desk is gone, and returns what it has acknowledged. */
async function sendUntilGone(url: string, round: number, sender: number, acknowledge: (uids: string[]) => void): Promise<void> {
  const id = mintSessionId(Date.now());
  for (let i = 0; ; i++) {
    const uids = [0, 1, 2, 3, 4].map((j) => `${round}.${sender}.${i}.${j}`);
    const body = JSON.stringify(jsonOf(uids.map((uid) => ({ attributes: { 'session.id': id, 'log.record.uid': uid } }))));
    try {
      const response = await fetch(`${url}/v1/logs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (response.status == 200) acknowledge(uids.map((uid) => `${id} ${uid}`));
    } catch {
      return;
    }
  }
}

async function killAgainAndAgain(start: () => ReturnType<typeof startProcess>): Promise<void> {
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const desk = await start();
    // In the middle of its work, at another moment each time.
    const enough = acknowledged.length + 5 * (20 + 17 * (round % 7));
    let resolve = () => {};
    const isEnough = new Promise<void>((enough) => (resolve = enough));
    const acknowledge = (uids: string[]) => {
      acknowledged.push(...uids);
      if (acknowledged.length >= enough) resolve();
    };
    const gone = Promise.all(
      Array.from({ length: SENDERS }, (_, sender) => sendUntilGone(desk.url, round, sender, acknowledge)),
    );
    await isEnough;
    await desk.end('SIGKILL');
    await gone;
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

test(`killed ${ROUNDS} times while it takes in, it loses nothing that it has acknowledged: SQLite`, () =>
  killAgainAndAgain(() => startProcess(['--file', path.join(folder, 'killed.sqlite')])));
