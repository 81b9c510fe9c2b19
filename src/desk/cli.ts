#!/usr/bin/env node
import { parseArgs } from 'node:util';

const HELP = `session-id-badge desk: where support looks up what happened in a session

  session-id-badge desk [options]           take records in at /v1/logs, show them at /
  session-id-badge desk export [options]    write all records to standard output, one in a line
  session-id-badge desk import [options]    take in what an export has written, from standard input

  --file <path>          the SQLite file (desk.sqlite)
  --port <number>        where to listen (4318)
  --host <address>       on which address (127.0.0.1); any beyond this machine needs DESK_TOKEN
  --keep <time>          how long records are kept, such as 7d or 36h (7d)
  --origin <origin>      pages of this origin may send records; may be given several times
                         (on loopback: pages of this machine)
  --allow-host <name>    a name under which the desk can be reached; may be given several times
  --trust-proxy          a proxy of yours says who is asking, by X-Forwarded-For
  --help

  DESK_TOKEN             what look-ups and erasure need
  DATABASE_URL           postgres://user:password@host/database: keep records there instead of in a file
`;

const options = {
  file: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  keep: { type: 'string' },
  origin: { type: 'string', multiple: true },
  'allow-host': { type: 'string', multiple: true },
  'trust-proxy': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What is asked for cannot be done as it is written. */
class UsageError extends Error {}

function portOf(text: string | undefined): number | undefined {
  if (text == undefined) return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`--port ${text}: not a number from 0 to 65535`);
}

function keepOf(text: string | undefined): number | undefined {
  if (text == undefined) return undefined;
  const [, number, unit] = /^(\d{1,4})([dh])$/.exec(text) ?? [];
  if (!Number(number)) throw new UsageError(`--keep ${text}: not a time such as 7d or 36h`);
  return Number(number) * (unit == 'd' ? 24 : 1) * 3_600_000;
}

function originOf(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin == 'null') throw new UsageError(`--origin ${text}: not an origin such as https://shop.example`);
  return origin;
}

async function run(): Promise<void> {
  let parsed;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const command = positionals.join(' ');
  if (values.help || !command) return void process.stdout.write(HELP);
  if (!['desk', 'desk export', 'desk import'].includes(command)) throw new UsageError(`no command "${command}"`);

  const { DESK_TOKEN: token, DATABASE_URL: databaseUrl } = process.env;
  const place = { file: values.file ?? 'desk.sqlite', databaseUrl };
  if (command == 'desk export') return (await import('./commands/export.ts')).exportRecords(place);
  if (command == 'desk import') return (await import('./commands/import.ts')).importRecords(place);
  const { serve } = await import('./commands/serve.ts');
  await serve({
    ...place,
    port: portOf(values.port),
    host: values.host,
    token,
    retention: keepOf(values.keep),
    origins: values.origin?.map(originOf),
    hosts: values['allow-host'],
    trustsProxy: values['trust-proxy'],
  });
}

try {
  await run();
} catch (error) {
  console.error(`session-id-badge: ${(error as Error).message}`);
  if (error instanceof UsageError) console.error('Try --help.');
  process.exitCode = 1;
}
