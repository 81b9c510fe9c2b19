import { gzipSync } from 'node:zlib';
import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import type { Visits } from '../visits.ts';
import { act, begin, between, quieten, sleep, worked, type Act, type Work } from './page.ts';
import { faro, nothing, openTelemetry, ours, type Recording } from './peers.ts';
import { tally } from './tally.ts';

const COUNT = 2000;
/** None of ours is only counted. */
const NO_LIMIT = 1e6;

interface Case {
  readonly what: string;
  readonly rows: readonly (readonly [peer: Recording, act: Act, note?: string])[];
  /** What ratios are against: the row of Faro. */
  readonly base: number;
  readonly isDown?: boolean;
}

const cases: readonly Case[] = [
  {
    what: 'error',
    rows: [
      [ours, 'error'],
      [faro, 'error'],
      [faro, 'pushError', '`pushError`'],
      [openTelemetry, 'error'],
      [nothing, 'error'],
    ],
    base: 1,
  },
  {
    what: 'event',
    rows: [
      [ours, 'violation'],
      [faro, 'pushEvent', '`pushEvent`'],
      [faro, 'violation'],
      [openTelemetry, 'pushEvent', '`emit`'],
      [nothing, 'violation'],
      [nothing, 'pushEvent', 'a call'],
    ],
    base: 1,
  },
  {
    what: 'the same error',
    rows: [
      [ours, 'same error'],
      [faro, 'same error'],
      [openTelemetry, 'same error'],
      [nothing, 'same error'],
    ],
    base: 1,
  },
  {
    what: 'the same event',
    rows: [
      [ours, 'same copy'],
      [faro, 'same pushEvent', '`pushEvent`'],
      [nothing, 'same copy'],
      [nothing, 'same pushEvent', 'a call'],
    ],
    base: 1,
  },
  {
    what: 'error, intake down',
    rows: [
      [ours, 'error'],
      [faro, 'error'],
      [openTelemetry, 'error'],
      [nothing, 'error'],
    ],
    base: 1,
    isDown: true,
  },
];

/** The row where the same happens, and nobody listens. An error is made also where it is pushed. */
const floorOf = ({ rows }: Case, act: Act): number =>
  rows.findIndex(([peer, floor]) => peer == nothing && floor.endsWith('pushEvent') == act.endsWith('pushEvent'));

interface Measured extends Work {
  readonly records: number;
  readonly counted: number;
  readonly plain: number;
  readonly gzip: number;
}

const gzip = (bodies: readonly Buffer[]) => bodies.reduce((bytes, body) => bytes + gzipSync(body, { level: 6 }).length, 0);
const plain = (bodies: readonly Buffer[]) => bodies.reduce((bytes, body) => bytes + body.length, 0);

/** What does it cost to record something, until it has arrived? And how many bytes are that? */
export function askTrailEvents(visits: Visits): Question[] {
  const names = ['cpu', 'wall', 'own', 'records', 'counted', 'plain', 'gzip', 'plainAlone', 'gzipAlone'] as const;
  const samples = Object.fromEntries(names.map((name) => [name, new Samples()])) as Record<(typeof names)[number], Samples>;
  const key = ({ what, rows }: Case, row: number) => [what, rows[row]![0].name, rows[row]![1]].join();

  /** Lets it happen in a page of its own, by a visitor who was never here: nothing is left over from others. */
  const measure = ([peer, what]: Case['rows'][number], count: number, isDown = false): Promise<Measured> =>
    visits.first(async (page, cdp) => {
      const intake = visits.openIntake();
      await quieten(page, cdp);
      await begin(page, peer, intake, NO_LIMIT);
      const { length } = intake.bodies;
      intake.isDown = isDown;
      const before = await worked(cdp);
      await act(page, what, count, 100, 50);
      // What ours has counted since it was last told comes 10 s later.
      const patience = peer == nothing ? 1000 : isDown ? 5000 : /same/.test(what) && peer == ours ? 13_000 : 4000;
      let end = Date.now() + patience;
      let came = tally([]);
      for (let seen = -1; Date.now() < end && came.counted < count;) {
        await sleep(100);
        if (intake.bodies.length == seen) continue;
        seen = intake.bodies.length;
        came = tally(intake.bodies.slice(length));
        end = Math.max(end, Date.now() + 4000);
      }
      await sleep(300);
      const { cpu, wall } = between(before, await worked(cdp));
      return {
        cpu: (cpu * 1000) / count,
        wall: (wall * 1000) / count,
        records: came.records,
        counted: came.counted + came.dropped,
        plain: plain(came.bodies) / came.records,
        gzip: gzip(came.bodies) / came.records,
      };
    });

  async function roundOf(each: Case, index: number): Promise<void> {
    const all: Measured[] = [];
    for (const row of rotated([...each.rows.keys()], index)) all[row] = await measure(each.rows[row]!, COUNT, each.isDown);
    each.rows.forEach(([peer, what], row) => {
      const floor = peer == nothing ? 0 : all[floorOf(each, what)]!.cpu;
      samples.own.add(key(each, row), all[row]!.cpu - floor);
      for (const name of ['cpu', 'wall', 'records', 'counted', 'plain', 'gzip'] as const)
        samples[name].add(key(each, row), all[row]![name]);
    });
  }

  /** One event that nothing else goes with. */
  async function alone(each: Case): Promise<void> {
    for (const [row, which] of each.rows.entries()) {
      if (which[0] == nothing) continue;
      const { plain, gzip } = await measure(which, 1);
      samples.plainAlone.add(key(each, row), plain);
      samples.gzipAlone.add(key(each, row), gzip);
    }
  }

  const nameOf = ([{ name }, , note]: Case['rows'][number]) => (note ? `${name}, ${note}` : name);
  const distinct = cases.slice(0, 2);

  const cost: Question = {
    title: 'Trail: an event',
    method: [
      `${COUNT} of them, 100 every 50 ms, in a page of its own whose start is over: CPU of the main thread (\`ThreadTime\`) and wall (\`TaskDuration\`), in µs each, until all have arrived at the intake or nothing more has come for 4 s, cleaning, encoding and sending included.`,
      'Error: an `ErrorEvent` dispatched on the window, each with another message and a stack of ten functions; making and dispatching it is the floor ("nothing"). Event: a dispatched `SecurityPolicyViolationEvent`, the cheapest thing with a text of its own that ours records: it has no `push`; Faro is called instead, with attributes of the same length. The same event: for ours `session-id-copy`.',
      'Own: CPU beyond the floor. To Faro: own to own, and with the floor, in the same round. Arrived: records, and how often these say it happened. Ours without its limit of 300 a minute. Intake down: the connection is cut at each request; until 5 s after the last.',
    ].join(' '),
    rounds: 5,
    async round(index) {
      for (const each of cases) await roundOf(each, index);
    },
    table: () =>
      table(
        ['what, peer', 'CPU, µs', 'worst', 'wall, µs', 'worst', 'own, µs', 'to Faro', 'with the floor', 'records', 'happened'],
        cases.flatMap((each) =>
          each.rows.map((row, at) => [
            `${each.what}: ${nameOf(row)}`,
            samples.cpu.median(key(each, at)).toFixed(0),
            samples.cpu.worst(key(each, at)).toFixed(0),
            samples.wall.median(key(each, at)).toFixed(0),
            samples.wall.worst(key(each, at)).toFixed(0),
            row[0] == nothing ? '–' : samples.own.median(key(each, at)).toFixed(0),
            row[0] == nothing ? '–' : times(samples.own.ratio(key(each, at), key(each, each.base))),
            times(samples.cpu.ratio(key(each, at), key(each, each.base))),
            samples.records.median(key(each, at)).toFixed(0),
            samples.counted.median(key(each, at)).toFixed(0),
          ]),
        ),
      ),
  };

  const wire: Question = {
    title: 'Trail: an event on the wire',
    method: `Bytes of the bodies an event, without the headers of requests: as sent, and by gzip 6. Of ${COUNT} in a second as above, in the batches that each makes, and of one alone with all that goes with it. To Faro: the first row of Faro.`,
    rounds: 1,
    async round() {
      for (const each of distinct) await alone(each);
    },
    table: () =>
      table(
        ['what, peer', 'of many', 'to Faro', 'gzip', 'to Faro', 'alone', 'to Faro', 'gzip', 'to Faro'],
        distinct.flatMap((each) =>
          each.rows.flatMap((row, at) =>
            row[0] == nothing
              ? []
              : [
                  [
                    `${each.what}: ${nameOf(row)}`,
                    ...(['plain', 'gzip', 'plainAlone', 'gzipAlone'] as const).flatMap((name) => [
                      samples[name].median(key(each, at)).toFixed(0),
                      times(samples[name].ratio(key(each, at), key(each, each.base))),
                    ]),
                  ],
                ],
          ),
        ),
      ),
  };
  return [cost, wire];
}
