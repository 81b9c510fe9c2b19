import { readFileSync } from 'node:fs';
import { brotli } from '../brotli.ts';
import { atMostKilobytes } from '../goals.ts';
import type { Question } from '../question.ts';
import { table, times } from '../table.ts';
import { datadog, faro, openTelemetry, ours, postHog, type Recording } from './peers.ts';

const chunk = readFileSync(`${import.meta.dirname}/../../dist/chunks/trail.js`, 'utf8');

const files: readonly Pick<Recording, 'name' | 'code'>[] = [
  { name: 'ours, on demand: chunks/trail.js', code: chunk },
  { ...ours, name: 'ours: trail.js, with the session' },
  { ...faro, name: 'Faro web-sdk' },
  { ...openTelemetry, name: 'OpenTelemetry logs, OTLP, the same instrumentations' },
  datadog,
  postHog,
];

/** How many bytes does a visitor load for it? */
export const trailSize: Question = {
  title: 'Trail: size',
  method:
    'Brotli 11, in bytes. Ours on demand as it is in `dist/`: all that a page with the badge loads for its trail. The others bundled and minified by esbuild, with what their README has to start them: Faro, Datadog RUM without its recorder of sessions, PostHog without what it loads from its server, OpenTelemetry with the instrumentations that ours has.',
  rounds: 1,
  round: async () => {},
  table: () =>
    table(
      ['file', 'minified', 'brotli', 'to ours', 'to Faro'],
      files.map(({ name, code }) => [
        name,
        String(Buffer.byteLength(code)),
        String(brotli(code)),
        times(brotli(code) / brotli(chunk)),
        times(brotli(code) / brotli(faro.code)),
      ]),
    ),
  verdicts: () => [atMostKilobytes('trail, size', brotli(chunk), 24)],
};
