import type { Row } from '../../../src/desk/record.ts';

export const DAY = 86_400_000;
/** IDs of no session of ours, whose characters tell nothing. */
export const [FOREIGN, OTHER] = ['abcd1234efgh5678', 'abcd1234efgh9999'];

let made = 0;

/** A row that is like no other one. It happened just now. */
export function row(rest: Partial<Row> = {}): Row {
  const uid = (++made).toString(16).padStart(16, '0');
  const now = Date.now();
  return { session: FOREIGN, uid, time: now, received: now, data: `{"eventName":"event ${uid}"}`, ...rest };
}

export const rows = (count: number, rest: Partial<Row> = {}): Row[] => Array.from({ length: count }, () => row(rest));

/** In the order in which the store gives them: of bytes, where the time is the same. */
export const inOrder = (all: readonly Row[]): Row[] =>
  all.toSorted((a, b) => a.time - b.time || Buffer.compare(Buffer.from(a.uid), Buffer.from(b.uid)));
