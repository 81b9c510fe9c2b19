import { bundle } from './peers.ts';

/** What stands in the way of `fetch`: a script that puts `install(origin)` into the page, which patches it for that origin. */
export interface Wrapper {
  readonly name: string;
  readonly code: string;
  /** The header that it adds. */
  readonly header?: string;
  /** Whether the origin that is asked is the one it patches for. */
  readonly isListed: boolean;
  /** Whether it goes on working when the call has returned. */
  readonly isLate?: boolean;
  /** Whether a `Request` loses the headers that it had. */
  readonly isCareless?: boolean;
}

const wrapper = async (name: string, entry: string, more?: Partial<Wrapper>): Promise<Wrapper> => ({
  name,
  code: await bundle(`fetch/${entry}`, 'iife'),
  isListed: true,
  ...more,
});

/** What ratios of wrappers are against. */
export const handWritten = await wrapper('hand-written', 'hand-written', { header: 'baggage' });

export const ours = await wrapper('ours', 'ours', { header: 'baggage' });

export const wrappers: readonly Wrapper[] = [
  ours,
  { ...ours, name: 'ours, origin not listed', header: undefined, isListed: false },
  handWritten,
  await wrapper('hand-written, careless', 'careless', { header: 'baggage', isCareless: true }),
  await wrapper('nothing', 'nothing'),
  await wrapper('pass-through', 'pass-through'),
  await wrapper('Sentry', 'sentry', { header: 'sentry-trace', isLate: true }),
  await wrapper('OpenTelemetry', 'opentelemetry', { header: 'traceparent', isLate: true }),
  await wrapper('Datadog', 'datadog', { header: 'traceparent', isLate: true }),
];
