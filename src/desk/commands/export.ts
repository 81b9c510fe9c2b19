import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { openStore, type StorePlace } from '../store/open-store.ts';
import { sayProgress } from './progress.ts';

/** Writes all records to standard output: a row a line, in JSON. How far it is goes to standard error. */
export async function exportRecords(place: StorePlace): Promise<void> {
  // Opened, it would be made.
  if (!place.databaseUrl && !existsSync(place.file)) throw new Error(`there is no file ${place.file}`);
  const store = await openStore(place);
  const progress = sayProgress('exported');
  try {
    for await (const rows of store.all()) {
      const isTaken = process.stdout.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      progress.add(rows.length);
      if (!isTaken) await once(process.stdout, 'drain');
    }
  } finally {
    await store.close();
  }
  progress.end();
}
