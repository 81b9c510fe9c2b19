import { JsonLogsSerializer } from '@opentelemetry/otlp-transformer';
import { SESSION_ID } from '../../records/index.js';
import type { LogSink, TrailOptions } from '../types.js';
import { makeUid } from '../uid.js';
import { LARGEST, type Parcel } from './parcel.js';
import { resourceOf } from './resource.js';

/** OpenTelemetry's own form of a record, which its encoder takes. */
type Readable = Parameters<typeof JsonLogsSerializer.serializeRequest>[0][number];

/** What stands around the records in OTLP/JSON: `{"resourceLogs":[` and `]}`. */
const BEFORE = 17;
const AFTER = -2;

const decoder = new TextDecoder();

/** How many records make a parcel: what is encoded in one go, and mostly fits a request several times. */
const SOME = 16;

/** As one parcel; what is too large for one request as two. */
function packSome(sessionId: string, records: Readable[]): Parcel[] {
  const logs = decoder.decode(JsonLogsSerializer.serializeRequest(records)).slice(BEFORE, AFTER);
  const half = records.length >> 1;
  return logs.length > LARGEST && half
    ? [...packSome(sessionId, records.slice(0, half)), ...packSome(sessionId, records.slice(half))]
    : [{ uid: makeUid(), sessionId, logs, records: records.length, at: Date.now() }];
}

/** Records as parcels, each of one session. */
function pack(records: readonly Readable[]): Parcel[] {
  const parcels: Parcel[] = [];
  for (let i = 0; i < records.length;) {
    const id = records[i]!.attributes[SESSION_ID];
    const first = i;
    while (i < records.length && i < first + SOME && records[i]!.attributes[SESSION_ID] == id) i++;
    parcels.push(...packSome(String(id), records.slice(first, i)));
  }
  return parcels;
}

/** Collects what loggers are given, in OpenTelemetry's encoding. */
export interface Packer {
  readonly sink: LogSink;
  /** What has come since it was asked last. */
  take(): Parcel[];
}

/**
 * In the place of OpenTelemetry's SDK, batch processor and exporter, of which only the encoding is left: the recorder is the
 * provider of loggers and makes the batches, since what waits must be counted, and thrown away on demand; the outbox delivers.
 * The exporter gives up after five tries in ten seconds, mixes sessions in a request, and has nothing that survives a reload.
 */
export function createPacker(options: TrailOptions): Packer {
  const resource = { attributes: resourceOf(options) } as Readable['resource'];
  // The encoder puts together what has the very same scope.
  const scopes = new Map<string, Readable['instrumentationScope']>();
  let records: Readable[] = [];
  return {
    sink: {
      getLogger(name, version) {
        const scope = scopes.get(name) ?? { name, version };
        scopes.set(name, scope);
        return {
          emit({ timestamp, attributes = {}, ...record }) {
            const ms = Number(timestamp);
            const time: Readable['hrTime'] = [Math.floor(ms / 1_000), Math.round((ms % 1_000) * 1e6)];
            records.push({
              ...record,
              attributes,
              hrTime: time,
              hrTimeObserved: time,
              resource,
              instrumentationScope: scope,
              droppedAttributesCount: 0,
            } as Readable);
          },
        };
      },
    },
    take() {
      const taken = records;
      records = [];
      return pack(taken);
    },
  };
}
