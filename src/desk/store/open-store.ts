import type { EventStore } from './event-store.ts';

export interface StorePlace {
  /** Where the SQLite file is, or is to be. */
  readonly file: string;
  /** Where PostgreSQL is: in place of a file. */
  readonly databaseUrl?: string | undefined;
}

/** Opens the database of that URL, else the file, which is made where there is none. Rejects with an error to read. */
export async function openStore({ file, databaseUrl }: StorePlace): Promise<EventStore> {
  // Neither loads what the other one needs.
  if (databaseUrl) return (await import('./postgres.ts')).openPostgresStore(databaseUrl);
  return (await import('./sqlite.ts')).openSqliteStore(file);
}
