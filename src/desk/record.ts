/** A value as it can be written in JSON. What OTLP has as bytes is base64; integers that no number holds are decimal strings. */
export type Plain = null | string | number | boolean | Plain[] | Attributes;

export interface Attributes {
  readonly [name: string]: Plain;
}

/** What a log record says, https://opentelemetry.io/docs/specs/otel/logs/data-model/. What it does not say is empty, or 0. */
export interface Content {
  readonly eventName: string;
  /** From 13 on something is wrong, from 17 on it is an error. */
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: Plain;
  readonly attributes: Attributes;
  /** Of who recorded it: release and browser, or a server. */
  readonly resource: Attributes;
  readonly scope: { readonly name: string; readonly version: string };
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId: string;
}

/** A record as it is given out. */
export interface DeskRecord extends Content {
  /** The same one means the same record, sent again. */
  readonly uid: string;
  readonly sessionId: string;
  /** When it happened, ms since 1970, by the clock of who recorded it. */
  readonly time: number;
  /** When it came, ms since 1970. */
  readonly received: number;
}

/** A record as it is stored. */
export interface Row {
  /** The session's ID; empty for what belongs to none. */
  readonly session: string;
  /** At most 64 characters, unique in its session. */
  readonly uid: string;
  /** ms since 1970, with fractions. */
  readonly time: number;
  /** ms since 1970. */
  readonly received: number;
  /** A {@link Content} in JSON. */
  readonly data: string;
}

/** Whether that can be a row's uid: 1 to 64 characters of ASCII that can be seen. */
export const isUid = (uid: unknown): uid is string => typeof uid == 'string' && /^[\x21-\x7e]{1,64}$/.test(uid);

/** A row as the record that it holds. */
export const recordOf = ({ session, uid, time, received, data }: Row): DeskRecord => ({
  uid,
  sessionId: session,
  time,
  received,
  ...(JSON.parse(data) as Content),
});
