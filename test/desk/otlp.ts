/** Requests of OTLP logs, as senders make them. */
import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { ExportLogsServiceRequestSchema as schema } from '../../src/desk/otlp/gen/opentelemetry/proto/collector/logs/v1/logs_service_pb.js';

export interface SentRecord {
  /** ms since 1970. Default: now. */
  readonly time?: number;
  readonly eventName?: string;
  readonly severityNumber?: number;
  /** Only texts. */
  readonly attributes?: Record<string, string>;
}

const keyValue = ([key, value]: [string, string]) => ({ key, value: { stringValue: value } });

/** In OTLP/JSON. */
export const jsonOf = (records: readonly SentRecord[]) => ({
  resourceLogs: [
    {
      resource: { attributes: [keyValue(['service.name', 'shop'])] },
      scopeLogs: [
        {
          scope: { name: 'test', version: '1' },
          logRecords: records.map(({ time = Date.now(), eventName = 'exception', severityNumber = 17, attributes = {} }) => ({
            timeUnixNano: `${Math.round(time * 1_000)}000`,
            severityNumber,
            eventName,
            attributes: Object.entries(attributes).map(keyValue),
          })),
        },
      ],
    },
  ],
});

/** In OTLP/protobuf. */
export function protobufOf(records: readonly SentRecord[]): Uint8Array<ArrayBuffer> {
  const request: MessageInitShape<typeof schema> = {
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: records.map(({ time = Date.now(), eventName = 'exception', severityNumber = 17, attributes = {} }) => ({
              timeUnixNano: BigInt(Math.round(time * 1_000)) * 1_000n,
              severityNumber,
              eventName,
              attributes: Object.entries(attributes).map(([key, value]) => ({
                key,
                value: { value: { case: 'stringValue', value } },
              })),
            })),
          },
        ],
      },
    ],
  };
  return toBinary(schema, create(schema, request));
}
