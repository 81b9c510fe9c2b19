import { mintSessionId } from '../../src/session/session-id.ts';
import { DatabaseSync } from 'node:sqlite';
import { prepareFile } from '../../src/desk/store/sqlite-schema.ts';
import type { Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import { TOKEN, withDesk, withFolder } from './desk.ts';
import { contentOf } from './requests.ts';

/** How many records a session has. */
const RECORDS = 50;
const SMALL = 100_000;
/** `RECORDS=1000000 npm start desk` is quicker. */
const LARGE = Number(process.env.RECORDS ?? 10_000_000);
const LOOKS = 1_000;
const DAY = 24 * 3_600_000;

/** Sessions of the last days, eight of them at a time: their records are mixed in the file as they are where they come from customers. */
function fill(file: string, count: number): string[] {
  const db = new DatabaseSync(file);
  prepareFile(db, file);
  // Only here: what is filled in is not asked about before all of it is there.
  db.exec('pragma synchronous = off');
  const insert = db.prepare('insert into records (session, uid, time, received, data) values (?, ?, ?, ?, ?)');
  const groups = count / RECORDS / 8;
  const start = Date.now() - 6 * DAY;
  const kept: string[] = [];
  for (let group = 0; group < groups; group++) {
    const time = start + (group / groups) * 6 * DAY;
    const ids = Array.from({ length: 8 }, () => mintSessionId(time));
    if (group % Math.ceil(groups / LOOKS) == 0) kept.push(ids[group % 8]!);
    db.exec('begin');
    for (let i = 0; i < RECORDS; i++) {
      for (const id of ids) insert.run(id, `${group}-${i}`, time + i, time + i, contentOf(id, `${group}-${i}`));
    }
    db.exec('commit');
  }
  db.close();
  return kept;
}

/** ms for each of the sessions, one after the other, over HTTP. */
async function lookUp(url: string, ids: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < LOOKS; i++) {
    const start = performance.now();
    const response = await fetch(`${url}/api/sessions/${ids[(i * 7) % ids.length]}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const { records } = (await response.json()) as { records: unknown[] };
    took.push(performance.now() - start);
    if (records.length != RECORDS) throw new Error(`${records.length} records`);
  }
  return took;
}

const at = (values: readonly number[], share: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;

/** How long does it take to look a session up, in a small file and in a large one? */
export function askLookUp(): Question {
  const samples = new Samples();
  return {
    title: 'Desk: look-up',
    method: `A session of ${RECORDS} records with its summary, over HTTP, from the request to the parsed answer, in ms: ${LOOKS.toLocaleString('en')} look-ups of sessions all over the file, one after the other, after 100 to warm up. Both desks run at once and take turns. The file has just been written, so much of it is in the system's memory.`,
    rounds: 1,
    round: () =>
      withFolder(async (folder) => {
        const [small, large] = [`${folder}/small.sqlite`, `${folder}/large.sqlite`];
        const [smallIds, largeIds] = [fill(small, SMALL), fill(large, LARGE)];
        await withDesk(small, ({ url: smallUrl }) =>
          withDesk(large, async ({ url: largeUrl }) => {
            for (let turn = 0; turn < 3; turn++) {
              for (const [name, url, ids] of [
                ['small', smallUrl, smallIds],
                ['large', largeUrl, largeIds],
              ] as const) {
                if (!turn) await lookUp(url, ids.slice(0, 100));
                const took = await lookUp(url, ids);
                samples.add(`${name} p50`, at(took, 0.5));
                samples.add(`${name} p99`, at(took, 0.99));
              }
            }
          }),
        );
      }),
    table: () =>
      table(
        ['records', 'p50', 'p99', 'p50 to the small one'],
        (['small', 'large'] as const).map((name) => [
          (name == 'small' ? SMALL : LARGE).toLocaleString('en'),
          samples.median(`${name} p50`).toFixed(2),
          samples.median(`${name} p99`).toFixed(2),
          times(samples.ratio(`${name} p50`, 'small p50')),
        ]),
      ),
  };
}
