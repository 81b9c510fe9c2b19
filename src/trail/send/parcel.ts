/** Records of one session, ready to be sent. */
export interface Parcel {
  readonly uid: string;
  readonly sessionId: string;
  /** The elements of `resourceLogs` in OTLP/JSON, without the brackets around them: several parcels make one request. */
  readonly logs: string;
  /** How many records these are. */
  readonly records: number;
  /** When they came, ms since 1970. */
  readonly at: number;
}

/** Older ones are worth nothing any more, ms. */
export const LONGEST_WAIT = 3_600_000;

/** The largest request, in characters. Browsers let all `keepalive` requests of a page together have 64 KiB. */
export const LARGEST = 48_000;
