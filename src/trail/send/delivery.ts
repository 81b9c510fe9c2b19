import type { LogSink, TrailOptions } from '../types.js';
import { createOutbox, type Outbox, type OutboxOptions } from './outbox.js';
import { createPacker } from './pack.js';
import { createStore } from './store.js';

/** The way of records to the endpoint. */
export interface Delivery {
  readonly url: string;
  readonly sink: LogSink;
  readonly outbox: Outbox;
  /** Hands what the loggers were given to the outbox. */
  handOn(): void;
}

export function createDelivery(
  url: string,
  options: TrailOptions,
  rules: Pick<OutboxOptions, 'maySend' | 'mayStore' | 'lost'>,
): Delivery {
  const outbox = createOutbox({ ...rules, url, headers: options.headers ?? {}, store: createStore() });
  const { sink, take } = createPacker(options);
  return { url, sink, outbox, handOn: () => outbox.add(take()) };
}
