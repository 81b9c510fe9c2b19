/** OTLP requests as the trail and OpenTelemetry's exporters send them: 64 records of about 700 bytes of JSON, of one session each. */
import { create, fromJson, toBinary } from '@bufbuild/protobuf';
import { ExportLogsServiceRequestSchema as schema } from '../../src/desk/otlp/gen/opentelemetry/proto/collector/logs/v1/logs_service_pb.js';
import { decodeJson } from '../../src/desk/otlp/json.ts';
import { mintSessionId } from '../../src/session/session-id.ts';

export const RECORDS = 64;

const text = (value: string) => ({ stringValue: value });
const keyValues = (values: Record<string, string | number>) =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value == 'number' ? { intValue: String(value) } : text(value),
  }));

function record(session: string, time: number, uid: string) {
  return {
    timeUnixNano: `${time}000000`,
    observedTimeUnixNano: `${time + 3}000000`,
    severityNumber: 17,
    severityText: 'ERROR',
    eventName: 'session_badge.request.failed',
    attributes: keyValues({
      'session.id': session,
      'log.record.uid': uid,
      'session_badge.page.path': '/checkout/payment',
      'http.request.method': 'POST',
      'http.response.status_code': 503,
      'url.full': `https://shop.example/api/orders/${uid.slice(0, 4)}`,
      'error.type': '503',
      'session_badge.duration': time % 997,
    }),
  };
}

const requestOf = (logRecords: readonly object[]): string =>
  JSON.stringify({
    resourceLogs: [
      {
        resource: {
          attributes: keyValues({ 'service.name': 'shop', 'service.version': '4.2.0', 'user_agent.name': 'Chrome' }),
        },
        scopeLogs: [{ scope: { name: 'session-id-badge', version: '0.1.0' }, logRecords }],
      },
    ],
  });

/** One request; `time` ms since 1970, `number` tells its records from those of others. */
export function jsonRequest(number: number, time: number): string {
  const session = mintSessionId(time - (number % 3_600) * 1_000);
  return requestOf(Array.from({ length: RECORDS }, (_, i) => record(session, time + i, `${number}-${i}`)));
}

/** The same in protobuf. */
export const protobufRequest = (number: number, time: number): Uint8Array<ArrayBuffer> =>
  toBinary(schema, create(schema, fromJson(schema, JSON.parse(jsonRequest(number, time)))));

/** What the desk stores of such a record, but for its session and uid. */
const stored = JSON.stringify({
  ...decodeJson(Buffer.from(requestOf([record('{session}', 0, '{uid}')]))).logs[0]!,
  time: undefined,
});

/** What the desk stores of such a record. */
export const contentOf = (session: string, uid: string): string => stored.replace('{session}', session).replace('{uid}', uid);
