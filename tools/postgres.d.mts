export type Postgres =
  /** A server that runs. */
  | { databaseUrl: string; bin?: undefined; why?: undefined }
  /** The folder of `initdb` and `postgres`, and as whom to start them. */
  | { bin: string; user: { uid?: number; gid?: number }; databaseUrl?: undefined; why?: undefined }
  | { why: string; bin?: undefined; databaseUrl?: undefined };

export function ensurePostgres(options?: { log?: (line: string) => void }): Postgres;
