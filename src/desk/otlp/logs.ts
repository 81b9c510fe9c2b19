import type { Content } from '../record.ts';

/** A log record of a request, with what it shares with others. */
export interface Log extends Content {
  /** When it happened, else when it was seen, ms since 1970; 0 where it says neither. */
  readonly time: number;
}

/** What is in a request: its records, and how many values were too long, too many or too deep to keep whole. */
export interface Logs {
  readonly logs: readonly Log[];
  readonly cut: number;
}

/** A request that cannot be read; the message says what is wrong. HTTP 400. */
export class InvalidRequestError extends Error {
  override name = 'InvalidRequestError';
}

/** More records than one request may have. HTTP 413. */
export class TooManyRecordsError extends Error {
  override name = 'TooManyRecordsError';
}

/** Nanoseconds since 1970 as ms, to the µs: no number holds more of today. */
export const msOf = (nanos: number): number => Math.round(nanos / 1e3) / 1e3;

/** How many records a request may have: ten times what OpenTelemetry's exporters send. */
export const MOST_RECORDS = 5_000;
