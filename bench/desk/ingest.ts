import { decodeJson } from '../../src/desk/otlp/json.ts';
import { sortLogs } from '../../src/desk/intake/rows.ts';
import type { Row } from '../../src/desk/record.ts';
import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import { insertBare } from './bare.ts';
import { TOKEN, withDesk, withFolder } from './desk.ts';
import { jsonRequest, protobufRequest, RECORDS } from './requests.ts';
import { sendAll, type Load } from './sender.ts';

/** Of a round and a peer. */
const REQUESTS = 2_400;
const DAY = 24 * 3_600_000;

/** How many records a second does the desk take in, beside the store by itself? */
export function askIngest(): Question {
  const samples = new Samples();
  const now = Date.now();
  const numbers = Array.from({ length: REQUESTS }, (_, i) => i);
  const json = numbers.map((i) => Buffer.from(jsonRequest(i, now)));
  const loads: Record<string, Load> = {
    'desk, JSON': { type: 'application/json', bodies: json },
    'desk, protobuf': { type: 'application/x-protobuf', bodies: numbers.map((i) => protobufRequest(i, now)) },
  };
  const BARE = 'the store by itself';
  const rows = (): Row[] => json.flatMap((body) => [...sortLogs(decodeJson(body).logs, now, 7 * DAY).rows]);

  return {
    title: 'Desk: intake',
    method: `Records a second, 16 connections, requests of ${RECORDS} records (about ${Math.round(json[0]!.length / RECORDS)} bytes each in JSON) that are ready in memory, every one answered 200, which means on disk. The desk is a process of its own; senders and desk share the machine's processors. By itself: the same rows put into the same tables through node:sqlite, 500 a transaction, one thread, synced like the desk's.`,
    rounds: 7,
    async round(index) {
      for (const name of rotated([BARE, ...Object.keys(loads)], index)) {
        await withFolder(async (folder) => {
          const file = `${folder}/desk.sqlite`;
          if (name == BARE) return samples.add(name, insertBare(file, rows()));
          await withDesk(file, async ({ url }) => {
            samples.add(name, RECORDS * (await sendAll(url, TOKEN, loads[name]!)));
          });
        });
      }
    },
    table: () =>
      table(
        ['', 'records/s', 'to the store by itself'],
        [BARE, ...Object.keys(loads)].map((name) => [
          name,
          String(Math.round(samples.median(name))),
          times(samples.ratio(name, BARE)),
        ]),
      ),
  };
}
