import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import { TOKEN, withDesk, withFolder } from './desk.ts';
import { fill, RECORDS } from './fill.ts';
import { Reader } from './reader.ts';

const [SMALL, LARGE] = [100_000, 10_000_000];
const SIZES = [10_000, SMALL, 1_000_000, LARGE];
const LOOKS = 1_000;
const WARM_UP = 500;
const TURNS = 3;

interface Filled {
  readonly size: number;
  readonly ids: readonly string[];
  readonly url: string;
}

/** ms for each of the sessions, one after the other, over HTTP. */
async function lookUp({ ids, url }: Filled, looks: number): Promise<number[]> {
  const took: number[] = [];
  // For each turn: the desk closes a connection that is left alone for the others' turns.
  const reader = await Reader.connect(url, TOKEN);
  for (let i = 0; i < looks; i++) {
    const id = ids[(i * 7) % ids.length]!;
    const start = performance.now();
    const body = await reader.get(`/api/sessions/${id}`);
    took.push(performance.now() - start);
    // Counted, not parsed: the garbage of that would be collected while the next one is on its way.
    let records = 0;
    for (let at = -1; (at = body.indexOf(`"sessionId":"${id}"`, at + 1)) >= 0;) records++;
    if (records != RECORDS) throw new Error(`${records} records of a session that has ${RECORDS}`);
  }
  reader.close();
  return took;
}

/** Runs that with a desk on each of the files, all at once. */
async function withDesks(files: readonly string[], work: (urls: readonly string[]) => Promise<void>): Promise<void> {
  const [file, ...others] = files;
  if (!file) return work([]);
  await withDesk(file, ({ url }) => withDesks(others, (urls) => work([url, ...urls])));
}

const at = (values: readonly number[], share: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;

/** How long does it take to look a session up, in a small file and in a large one? */
export function askLookUp(): Question {
  const [p50, p99] = [new Samples(), new Samples()];
  const toSmall = (size: number): number => p50.ratio(String(size), String(SMALL));

  return {
    title: 'Desk: look-up',
    method: `A session of ${RECORDS} records with its summary, over HTTP, from the request to the last byte of the answer, in ms: ${LOOKS.toLocaleString('en')} look-ups of sessions all over the file, one after the other, after ${WARM_UP} to warm up. All desks run at once and take ${TURNS} turns. Of the turns: p50 and p99 are medians, worst is the worst p99. The files have just been written, so much of them is in the system's memory.`,
    rounds: 1,
    round: () =>
      withFolder(async (folder) => {
        const files = SIZES.map((size) => `${folder}/${size}.sqlite`);
        const filled = SIZES.map((size, i) => ({ size, ids: fill(files[i]!, size, LOOKS) }));
        await withDesks(files, async (urls) => {
          const desks = filled.map((each, i): Filled => ({ ...each, url: urls[i]! }));
          for (const desk of desks) await lookUp(desk, WARM_UP);
          for (let turn = 0; turn < TURNS; turn++) {
            for (const desk of rotated(desks, turn)) {
              const took = await lookUp(desk, LOOKS);
              p50.add(String(desk.size), at(took, 0.5));
              p99.add(String(desk.size), at(took, 0.99));
            }
          }
        });
      }),
    table: () =>
      table(
        ['records', 'p50', `to ${SMALL.toLocaleString('en')}`, 'p99', 'worst'],
        SIZES.map((size) => [
          size.toLocaleString('en'),
          p50.median(String(size)).toFixed(2),
          times(toSmall(size)),
          p99.median(String(size)).toFixed(2),
          p99.worst(String(size)).toFixed(2),
        ]),
      ),
    verdicts: () => [
      {
        what: 'desk look-up, p99 at 10 million',
        goal: '≤ 10 ms',
        measured: `${p99.median(String(LARGE)).toFixed(2)} ms, worst of ${TURNS} turns ${p99.worst(String(LARGE)).toFixed(2)} ms`,
        isMet: p99.median(String(LARGE)) <= 10,
      },
      {
        what: 'desk look-up, p50 at 10 million',
        goal: '≤ 1.5 × p50 at 100 thousand',
        measured: `${times(toSmall(LARGE))}, ${p50.median(String(LARGE)).toFixed(2)} ms`,
        isMet: toSmall(LARGE) <= 1.5,
      },
    ],
    growths: () => [
      {
        title: 'Desk: look-up',
        size: 'records',
        cost: 'ms',
        curves: Object.entries({ p50, p99 }).map(([name, samples]) => ({
          name,
          points: SIZES.map((size) => [size, samples.median(String(size))] as const),
        })),
      },
    ],
  };
}
