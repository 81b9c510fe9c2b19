import { SESSION_ID } from '../src/records/attributes.ts';

/** OTLP's `AnyValue` in JSON. https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
interface AnyValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly doubleValue?: number;
  readonly intValue?: number | string;
  readonly arrayValue?: { readonly values?: AnyValue[] };
  readonly kvlistValue?: { readonly values?: KeyValue[] };
}

interface KeyValue {
  readonly key: string;
  readonly value?: AnyValue;
}

/** What we read of a request for logs in OTLP/JSON. */
interface Request {
  readonly resourceLogs: {
    readonly scopeLogs?: {
      readonly logRecords?: {
        readonly eventName?: string;
        readonly timeUnixNano?: string;
        readonly severityNumber?: number;
        readonly attributes?: KeyValue[];
      }[];
    }[];
  }[];
}

type Plain = string | number | boolean | null | Plain[] | { readonly [name: string]: Plain };

/** A record as the shop keeps it. */
export interface Recorded {
  readonly id: string;
  readonly event: string;
  /** In ms since 1970. */
  readonly time: number;
  /** From 13 on something is wrong. */
  readonly severity: number;
  readonly attributes: { readonly [name: string]: Plain };
}

const plain = ({ stringValue, boolValue, doubleValue, intValue, arrayValue, kvlistValue }: AnyValue = {}): Plain =>
  arrayValue
    ? (arrayValue.values ?? []).map(plain)
    : kvlistValue
      ? attributesOf(kvlistValue.values)
      : (stringValue ?? boolValue ?? doubleValue ?? (intValue == undefined ? null : Number(intValue)));

const attributesOf = (list: readonly KeyValue[] = []) => Object.fromEntries(list.map(({ key, value }) => [key, plain(value)]));

/** The records of a request, but for those of no session. Throws where that is no request for logs in OTLP/JSON. */
export function recordsOf(text: string): Recorded[] {
  const { resourceLogs } = JSON.parse(text) as Request;
  return resourceLogs
    .flatMap(({ scopeLogs = [] }) => scopeLogs)
    .flatMap(({ logRecords = [] }) => logRecords)
    .map(({ eventName = '', timeUnixNano, severityNumber = 0, attributes }) => {
      const own = attributesOf(attributes);
      return {
        id: String(own[SESSION_ID] ?? ''),
        event: eventName,
        time: Number(timeUnixNano) / 1e6,
        severity: severityNumber,
        attributes: own,
      };
    })
    .filter(({ id }) => /^[\w-]{8,64}$/.test(id));
}
