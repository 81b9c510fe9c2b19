import { EXCEPTION_STACKTRACE } from '../records/index.js';
import type { RecordValue, TrailRecord } from './record.js';
import { scrub } from './scrub.js';

/** Stacks are worth more of their characters than anything else. */
const LONGEST_STACK = 8192;

/** Deeper than OpenTelemetry's own attributes are; what comes below is left out. */
const DEEPEST = 3;

function cleanValue(value: RecordValue, max?: number, depth = 0): RecordValue {
  if (typeof value == 'string') return scrub(value, max);
  if (typeof value != 'object' || !value) return value;
  if (depth > DEEPEST || value instanceof Uint8Array) return undefined;
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => cleanValue(item, max, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanValue(item, max, depth + 1)]));
}

/** A copy without personal data in any of its texts, and without attributes that say nothing: what a browser did not measure is 0 there. */
export function clean({ body, attributes, ...record }: TrailRecord): TrailRecord {
  const cleaned: NonNullable<TrailRecord['attributes']> = {};
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value == null || (value === 0 && name.startsWith('browser.resource_timing'))) continue;
    cleaned[name] = cleanValue(value, name == EXCEPTION_STACKTRACE ? LONGEST_STACK : undefined);
  }
  return { ...record, ...(body != null && { body: cleanValue(body) }), attributes: cleaned };
}
