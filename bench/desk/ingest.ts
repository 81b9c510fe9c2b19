import { DatabaseSync } from 'node:sqlite';
import { sortLogs } from '../../src/desk/intake/rows.ts';
import { decodeJson } from '../../src/desk/otlp/json.ts';
import type { Row } from '../../src/desk/record.ts';
import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import { insertBare } from './bare.ts';
import { TOKEN, withDesk, withFolder } from './desk.ts';
import { secondsUntil, type Progress } from './progress.ts';
import { jsonRequest, protobufRequest, RECORDS } from './requests.ts';
import { sendAll, SENDERS, type Load } from './sender.ts';

const DAY = 24 * 3_600_000;
/** Of how many records is said how long they took. */
const SIZES = [10_000, 50_000, 150_000];
/** Rows in a transaction of the store by itself: the desk's own most, and what one sender alone has in a request. */
const TOGETHER = { [SENDERS]: 500, 1: RECORDS };

const BARE = 'the store by itself';
const names = [BARE, 'desk, JSON', 'desk, protobuf'] as const;
type Name = (typeof names)[number];

interface Case {
  readonly name: Name;
  readonly senders: 1 | typeof SENDERS;
  readonly requests: number;
}

const cases = [
  ...names.map((name): Case => ({ name, senders: SENDERS, requests: Math.ceil(SIZES.at(-1)! / RECORDS) })),
  ...names.map((name): Case => ({ name, senders: 1, requests: 500 })),
];
const keyOf = (name: Name, senders: Case['senders']): string => [name, senders].join();

interface Work {
  readonly loads: Readonly<Record<string, Load>>;
  readonly rows: readonly Row[];
}

/** Made when it is first asked for, and then kept: it takes seconds. */
function prepare(): Work {
  const now = Date.now();
  const numbers = Array.from({ length: cases[0]!.requests }, (_, i) => i);
  const json = numbers.map((i) => Buffer.from(jsonRequest(i, now)));
  return {
    loads: {
      'desk, JSON': { type: 'application/json', bodies: json },
      'desk, protobuf': { type: 'application/x-protobuf', bodies: numbers.map((i) => protobufRequest(i, now)) },
    },
    rows: json.flatMap((body) => [...sortLogs(decodeJson(body).logs, now, 7 * DAY).rows]),
  };
}

function countRows(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db.prepare('select count(*) as count from records').get()!.count as number;
  } finally {
    db.close();
  }
}

/** How many records a second does the desk take in, beside the store by itself? */
export function askIngest(): Question {
  const rates = new Samples();
  const seconds = new Samples();
  let work: Work | undefined;

  /** Counts records. */
  async function run({ name, senders, requests }: Case, file: string): Promise<Progress> {
    const { loads, rows } = (work ??= prepare());
    if (name == BARE) return insertBare(file, rows.slice(0, requests * RECORDS), TOGETHER[senders]!);
    const { type, bodies } = loads[name]!;
    return withDesk(file, async ({ url }) => {
      const progress = await sendAll(url, TOKEN, { type, bodies: bodies.slice(0, requests) }, senders);
      return progress.map(([done, seconds]) => [done * RECORDS, seconds]);
    });
  }

  const toBare = (name: Name, senders: Case['senders']): number => rates.ratio(keyOf(name, senders), keyOf(BARE, senders));

  return {
    title: 'Desk: intake',
    method: `Records a second, from ${SENDERS} connections (${cases[0]!.requests} requests) and from one (${cases.at(-1)!.requests}), each waiting for its answers; requests of ${RECORDS} records, about 700 bytes each in JSON, that are ready in memory, every one answered 200, which means on disk; the file was seen to have them all. The desk is a process of its own, new each time; senders and desk share the machine's processors. By itself: the same rows put into the same tables through node:sqlite, one thread, synced like the desk's, ${TOGETHER[SENDERS]} a transaction, the most that the desk has, and ${RECORDS} where there is one connection.`,
    rounds: 5,
    async round(index) {
      for (const each of rotated(cases, index)) {
        const count = each.requests * RECORDS;
        await withFolder(async (folder) => {
          const file = `${folder}/desk.sqlite`;
          const progress = await run(each, file);
          const found = countRows(file);
          if (found != count) throw new Error(`${each.name}: ${found} rows of ${count} records`);
          rates.add(keyOf(each.name, each.senders), count / secondsUntil(progress, count));
          if (each.senders == 1) return;
          for (const size of SIZES) seconds.add([each.name, size].join(), secondsUntil(progress, size));
        });
      }
    },
    table: () =>
      table(
        ['', 'connections', 'records/s', 'least', 'to the store by itself'],
        cases.map(({ name, senders }) => [
          name,
          name == BARE ? '–' : String(senders),
          String(Math.round(rates.median(keyOf(name, senders)))),
          String(Math.round(Math.min(...rates.of(keyOf(name, senders))))),
          times(toBare(name, senders)),
        ]),
      ),
    verdicts() {
      const [json, protobuf] = [toBare('desk, JSON', SENDERS), toBare('desk, protobuf', SENDERS)];
      return [
        {
          what: `desk ingest, ${SENDERS} senders`,
          goal: '≥ 0.6 × the store by itself',
          measured: `JSON ${times(json)}, protobuf ${times(protobuf)}`,
          isMet: Math.min(json, protobuf) >= 0.6,
        },
      ];
    },
    growths: () => [
      {
        title: 'Desk: intake',
        size: 'records',
        cost: 's',
        curves: names.map((name) => ({
          name,
          points: SIZES.map((size) => [size, seconds.median([name, size].join())] as const),
        })),
      },
    ],
  };
}
