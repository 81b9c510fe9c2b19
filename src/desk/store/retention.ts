import type { EventStore } from './event-store.ts';

const DAY = 86_400_000;
/** A removal that takes longer than this says how far it is, ms. */
const PATIENCE = 2000;

const days = new Intl.NumberFormat('en', { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 2 });

export interface RetentionOptions {
  /** From the end of one removal to the next, ms. Default ten minutes. */
  readonly every?: number;
  /** Takes lines for people: what was removed, and why something could not be. */
  readonly log: (line: string) => void;
}

/**
 * Removes records that are older than `retention` ms, now and again and again, one removal at a time. Keeps no process alive, and
 * goes on after one that fails. Returns what ends it; a removal that runs goes on to its end.
 */
export function keepFor(store: EventStore, retention: number, { every = 600_000, log }: RetentionOptions): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function remove(): Promise<void> {
    const line = (removed: number) =>
      `removed ${removed.toLocaleString('en')} records older than ${days.format(retention / DAY)}`;
    let told = Date.now();
    try {
      const removed = await store.expire(Date.now() - retention, (soFar) => {
        if (Date.now() - told < PATIENCE) return;
        told = Date.now();
        log(`${line(soFar)} …`);
      });
      if (removed) log(line(removed));
    } catch (error) {
      if (!isStopped) log(`could not remove old records: ${(error as Error).message}`);
    }
    if (!isStopped) timer = setTimeout(remove, every).unref();
  }

  void remove();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
