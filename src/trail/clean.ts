import { EXCEPTION_STACKTRACE, URL_FULL } from '../records/index.js';
import type { RecordValue, TrailRecord } from './record.js';
import { scrub } from './scrub.js';

/** Stacks are worth more of their characters than anything else. */
const LONGEST_STACK = 8192;

/** Deeper than OpenTelemetry's own attributes are; what comes below is left out. */
const DEEPEST = 3;

/** Words of the browser's or ours: nothing personal has neither digits nor anything between letters but these. */
const WORDS = /^[a-z]{1,20}(?:[-._][a-z]{1,20}){0,5}$/i;

/** What was cleaned of late: addresses, selectors and the lines of stacks come again and again. */
const known = new Map<string, string>();

function cleanText(text: string): string {
  if (WORDS.test(text)) return text;
  if (text.length > 2_000) return scrub(text);
  let cleaned = known.get(text);
  if (cleaned == undefined) {
    if (known.size > 500) known.clear();
    known.set(text, (cleaned = scrub(text)));
  }
  return cleaned;
}

/** Line by line, of which many are the same; without the one that is cut. */
function cleanStack(stack: string): string {
  const lines = stack.slice(0, LONGEST_STACK).split('\n');
  if (stack.length > LONGEST_STACK) lines.pop();
  return lines.map(cleanText).join('\n');
}

function cleanValue(value: RecordValue, depth = 0): RecordValue {
  if (typeof value == 'string') return cleanText(value);
  if (typeof value != 'object' || !value) return value;
  if (depth > DEEPEST || value instanceof Uint8Array) return undefined;
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => cleanValue(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanValue(item, depth + 1)]));
}

/**
 * A copy without personal data in any of its texts, and without attributes that say nothing: what a browser did not measure is 0
 * there. The address in a record of our `own` is clean already, or it could not be counted.
 */
export function clean({ body, attributes, ...record }: TrailRecord, isOwn: boolean): TrailRecord {
  const cleaned: NonNullable<TrailRecord['attributes']> = {};
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value == null || (value === 0 && name.startsWith('browser.resource_timing'))) continue;
    if (isOwn && name == URL_FULL) cleaned[name] = value;
    else cleaned[name] = name == EXCEPTION_STACKTRACE && typeof value == 'string' ? cleanStack(value) : cleanValue(value);
  }
  return { ...record, ...(body != null && { body: cleanValue(body) }), attributes: cleaned };
}
