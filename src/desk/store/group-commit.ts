/**
 * Group commit: a transaction costs a wait for the disk, and who sends waits for it. So what is added while another one is written goes
 * together in the next. Nothing waits for more to come: under load it comes by itself.
 */
import type { Row } from '../record.ts';
import { StoreBusyError, StoreFailedError } from './event-store.ts';
import { checkStorable } from './storable.ts';

/** At most so many rows a transaction, unless one `add` alone has more. */
const MAX_ROWS = 500;
/** What may wait in memory. */
const MAX_WAITING_ROWS = 20_000;
/** Characters of data; most of them are a byte. */
const MAX_WAITING_CHARS = 64 * 1024 * 1024;

interface Waiting {
  readonly rows: readonly Row[];
  resolve(): void;
  reject(error: Error): void;
}

export interface GroupCommit {
  /**
   * Resolves when a transaction with the rows is on disk. Rejects with {@link StoreBusyError} at once where too much waits, and with
   * {@link StoreFailedError} where its transaction has failed; the next one is tried all the same.
   */
  add(rows: readonly Row[]): Promise<void>;
  /** Resolves when all that was added is written, or has failed. What is added from now on fails. */
  close(): Promise<void>;
}

const charsOf = (rows: readonly Row[]): number => rows.reduce((sum, { data }) => sum + data.length, 0);

/** Collects rows for `write`, which writes all or nothing, and is called again while up to `atOnce - 1` others still run. */
export function groupCommit(write: (rows: Row[]) => Promise<unknown>, atOnce: number): GroupCommit {
  const queue: Waiting[] = [];
  const added = new Set<Promise<void>>();
  let [waitingRows, waitingChars, running] = [0, 0, 0];
  let isScheduled = false;
  let isClosed = false;

  const takeGroup = (): Waiting[] => {
    let [n, count] = [0, 0];
    while (n < queue.length && (n == 0 || count + queue[n]!.rows.length <= MAX_ROWS)) count += queue[n++]!.rows.length;
    return queue.splice(0, n);
  };

  async function writeGroup(): Promise<void> {
    const group = takeGroup();
    running++;
    try {
      await write(group.flatMap(({ rows }) => rows));
      group.forEach(({ resolve }) => resolve());
    } catch (cause) {
      group.forEach(({ reject }) => reject(new StoreFailedError(`not written: ${(cause as Error).message}`, { cause })));
    }
    running--;
    schedule();
  }

  // Those who come in the same turn of the event loop go together, and so do those who come again as soon as they have their answer.
  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      while (queue.length && running < atOnce) void writeGroup();
    });
  }

  async function add(rows: readonly Row[]): Promise<void> {
    if (!rows.length) return;
    if (isClosed) throw new StoreFailedError('not written: the store is closed');
    checkStorable(rows);
    const chars = charsOf(rows);
    // One that is too large by itself would never be written.
    if (waitingRows && (waitingRows + rows.length > MAX_WAITING_ROWS || waitingChars + chars > MAX_WAITING_CHARS))
      throw new StoreBusyError(`${waitingRows} records wait to be written`);
    waitingRows += rows.length;
    waitingChars += chars;
    const written = new Promise<void>((resolve, reject) => queue.push({ rows, resolve, reject }));
    added.add(written);
    schedule();
    try {
      await written;
    } finally {
      added.delete(written);
      waitingRows -= rows.length;
      waitingChars -= chars;
    }
  }

  return {
    add,
    async close() {
      isClosed = true;
      await Promise.allSettled(added);
    },
  };
}
