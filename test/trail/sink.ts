import type { LogSink, TrailRecord } from '../../src/trail/index.js';
import { until } from '../page.js';

/** Takes records as an application's own OpenTelemetry would. */
export interface Sink extends LogSink {
  readonly records: TrailRecord[];
  /** Those of that name, as soon as there is one. */
  next(eventName: string): Promise<TrailRecord[]>;
}

/** `flush` makes what waits come. */
export function createSink(flush: () => unknown = () => {}): Sink {
  const records: TrailRecord[] = [];
  const named = (eventName: string) => records.filter((record) => record.eventName == eventName);
  return {
    records,
    getLogger: () => ({ emit: (record) => void records.push(record) }),
    async next(eventName) {
      await until(() => (flush(), named(eventName).length), eventName);
      return named(eventName);
    },
  };
}
