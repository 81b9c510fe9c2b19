/** What an attribute or body can be: OpenTelemetry's `AnyValue`, https://opentelemetry.io/docs/specs/otel/common/#anyvalue. */
export type RecordValue =
  string | number | boolean | null | undefined | Uint8Array | RecordValue[] | { [key: string]: RecordValue };

/** Something that happened: a log record in OpenTelemetry's API, https://opentelemetry.io/docs/specs/otel/logs/api/. */
export interface TrailRecord {
  eventName?: string;
  /** When, in ms since 1970; one of OpenTelemetry's other forms where its instrumentations give it. Default: now. */
  timestamp?: number | Date | [number, number];
  /** {@link INFO}, {@link WARN} or {@link ERROR}. */
  severityNumber?: number;
  severityText?: string;
  body?: RecordValue;
  attributes?: { [name: string]: RecordValue };
}

/** Records that, under the current session where no other ID is given. Never throws. */
export type Emit = (record: TrailRecord, sessionId?: string) => void;

/** A source listens for something to happen and records it. Called once; returns what ends that. */
export type Source = (emit: Emit) => () => void;

/** https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
export const INFO = 9;
export const WARN = 13;
export const ERROR = 17;
