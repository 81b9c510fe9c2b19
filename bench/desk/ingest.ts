import { decodeJson } from '../../src/desk/otlp/json.ts';
import { sortLogs } from '../../src/desk/intake/rows.ts';
import type { Row } from '../../src/desk/record.ts';
import { rotated, type Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import { insertBare } from './bare.ts';
import { TOKEN, withDesk, withFolder } from './desk.ts';
import { jsonRequest, protobufRequest, RECORDS } from './requests.ts';
import { Sender } from './sender.ts';

const SENDERS = 16;
/** Of a round and a peer. */
const REQUESTS = 2_400;
const DAY = 24 * 3_600_000;

interface Load {
  readonly type: string;
  readonly bodies: readonly Uint8Array[];
}

/** Sends all of it from 16 connections and returns records a second. Throws where one was not taken. */
async function sendAll(url: string, { type, bodies }: Load): Promise<number> {
  let next = 0;
  const senders = await Promise.all(Array.from({ length: SENDERS }, () => Sender.connect(url, type, TOKEN)));
  const start = performance.now();
  await Promise.all(
    senders.map(async (sender) => {
      while (next < bodies.length) {
        const status = await sender.send(bodies[next++]!);
        if (status != 200) throw new Error(`answered ${status}`);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  for (const sender of senders) sender.close();
  return (bodies.length * RECORDS) / seconds;
}

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
    method: `Records a second, ${SENDERS} connections, requests of ${RECORDS} records (about ${Math.round(json[0]!.length / RECORDS)} bytes each in JSON) that are ready in memory, every one answered 200, which means on disk. The desk is a process of its own; senders and desk share the machine's processors. By itself: the same rows put into the same tables through node:sqlite, 500 a transaction, one thread, synced like the desk's. Peak: the most memory that the desk's process had.`,
    rounds: 7,
    async round(index) {
      for (const name of rotated([BARE, ...Object.keys(loads)], index)) {
        await withFolder(async (folder) => {
          const file = `${folder}/desk.sqlite`;
          if (name == BARE) return samples.add(name, insertBare(file, rows()));
          await withDesk({ file }, async ({ url, peak }) => {
            samples.add(name, await sendAll(url, loads[name]!));
            samples.add(`${name} peak`, peak());
          });
        });
      }
    },
    table: () =>
      table(
        ['', 'records/s', 'to the store by itself', 'peak, MB'],
        [BARE, ...Object.keys(loads)].map((name) => [
          name,
          String(Math.round(samples.median(name))),
          times(samples.ratio(name, BARE)),
          name == BARE ? '' : String(Math.round(samples.worst(`${name} peak`))),
        ]),
      ),
  };
}
