import type { SessionManager } from '../session/types.js';
import type { TrailRecord } from './record.js';

/** What takes records: OpenTelemetry's `LoggerProvider`, https://opentelemetry.io/docs/specs/otel/logs/api/#loggerprovider. */
export interface LogSink {
  getLogger(name: string, version?: string): { emit(record: TrailRecord): void };
}

/** What {@link startTrail} takes. Either an `endpoint` or a `loggerProvider`. */
export interface TrailOptions {
  /**
   * Where records are sent: an OTLP/HTTP address for logs, such as `/v1/logs` or `https://collector.example/v1/logs`, relative
   * to the page. One on another origin must allow the page's by CORS, with the header `content-type`.
   */
  endpoint?: string | URL | null;
  /**
   * The application's own OpenTelemetry `LoggerProvider`: what is recorded here goes there, and nowhere else. OpenTelemetry's
   * own instrumentations are then the application's to start.
   */
  loggerProvider?: LogSink | null;
  /** Sent with each request, such as a public key of the backend. They need to be allowed by CORS on another origin. */
  headers?: Readonly<Record<string, string>>;
  /** Whose session it is. Default: the manager of the page's session, with the default cookie. */
  manager?: SessionManager | null;
  /** `service.name` of the records. Default: the page's host name. */
  serviceName?: string | null;
  /** `service.version` of the records: the release of the website's software. */
  appVersion?: string | null;
  /** Whether anything is recorded and sent, until {@link Trail.enabled} says otherwise. Default `true`. */
  enabled?: boolean;
  /** The last look at each record, after all else: answers it, changed or not, or null, which drops it. Has no `session.id` yet. */
  redact?: ((record: TrailRecord) => TrailRecord | null | undefined) | null;
  /** Whether the text of messages shown to the customer is recorded, scrubbed and cut at 300 characters. Default `false`. */
  messageText?: boolean;
  /** From how many ms on a request that was answered counts as slow. Default 3000. */
  slowRequest?: number;
  /** From how many ms on the load of a file counts as slow; a page's from twice as many. Default 2000. */
  slowLoad?: number;
  /** From how many ms on the page took long to show what a click or key did. Default 500. */
  slowInteraction?: number;
  /** How many of the last records {@link Trail.records} holds. Default 200. */
  ringSize?: number;
  /** How many different records there are in a minute; more are counted, not recorded. Default 300. */
  maxPerMinute?: number;
}

/** What {@link startTrail} answers. */
export interface Trail {
  /**
   * Whether anything is recorded and sent. `false` at once stops both, and throws away what waits. Always `false` under Global
   * Privacy Control (https://www.w3.org/TR/gpc/), and after consent to storage was taken back in this page.
   */
  enabled: boolean;
  /** The last records, oldest first, as they were sent; at most `ringSize`. */
  readonly records: readonly TrailRecord[];
  /** Sends what waits now, unless the endpoint has asked for patience. Settles when that has been tried; never rejects. */
  flush(): Promise<void>;
  /** Sends what waits, ends all listening, and puts back what was patched. */
  stop(): void;
}
