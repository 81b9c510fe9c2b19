import { bundle } from '../peers.ts';

/**
 * What records: a script that puts `begin(intake)` into the page, which starts it, and where it has such things
 * `pushEvent(name, attributes)` and `pushError(error)`.
 */
export interface Recording {
  readonly name: string;
  readonly code: string;
  /** What is on the page long before. */
  readonly before?: string;
}

const recording = async (name: string, entry: string, before?: string): Promise<Recording> => ({
  name,
  code: await bundle(`trail/${entry}`, 'iife'),
  before: before && (await bundle(`trail/${before}`, 'iife')),
});

export const ours = await recording('ours', 'ours');
export const oursBeside = await recording('ours, the badge there', 'ours-beside', 'session');
/** What ratios are against. */
export const faro = await recording('Faro', 'faro');
export const openTelemetry = await recording('OpenTelemetry', 'opentelemetry');
export const nothing = await recording('nothing', 'nothing');
/** Only for their size. */
export const datadog = await recording('Datadog RUM slim', 'datadog');
export const postHog = await recording('PostHog', 'posthog');

/** What makes things happen in the page. */
export const acts = await bundle('trail/acts', 'iife');
