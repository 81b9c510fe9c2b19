import { attempt } from '../session/attempt.js';
import { hint } from '../session/hint.js';

/** How long feedback stays at least, and unless the host says longer, in ms: long enough to be noticed and read. */
export const LEAST_FEEDBACK = 2000;
/** And at most: beyond that "Copied" is a claim about a clipboard that has long been used for something else. */
const MOST_FEEDBACK = 60_000;

/** `signed-in`: `""` and `true` mean true, `false` means false; absent, and whatever else, concludes nothing. */
export function toSignedIn(value: string | null): boolean | undefined {
  if (value == '' || value == 'true') return true;
  if (value == 'false') return false;
  if (value != null) hint('signed-in', value);
}

/** The property, of what frameworks set: Preact makes `''` of undefined, and templates give the words of markup. */
export const asSignedIn = (value: unknown): boolean | undefined =>
  typeof value == 'boolean' ? value : value ? toSignedIn(String(value)) : undefined;

/** `feedback-duration`: ms. Undefined for what is none. */
export function toDuration(value: unknown): number | undefined {
  if (value == null) return;
  const duration = Number(value);
  if (duration >= LEAST_FEEDBACK && duration <= MOST_FEEDBACK) return duration;
  hint('feedback-duration', value, 'warn');
}

/** `copy-format`. Undefined for what is none. */
export function toFormat(value: string | null | undefined): 'id' | 'report' | undefined {
  if (value == 'id' || value == 'report') return value;
  if (value != null) hint('copy-format', value, 'warn');
}

/**
 * `support-href`: the address with the ID filled in; empty while there is no ID, undefined where the template is refused.
 * Only https:, mailto: and the page's own origin may carry the ID, and it has to be carried: a link that loses it on its
 * way helps nobody.
 */
export function toSupportUrl(template: string, id: string | undefined): string | undefined {
  const filled = template.replaceAll('{session-id}', encodeURIComponent(id ?? ''));
  // On a server there is no page to be relative to, and no ID.
  const { baseURI = 'https://server.invalid', location } = globalThis.document ?? {};
  const url = attempt(() => new URL(filled, baseURI));
  if (url && filled != template) {
    if (/^(https|mailto):$/.test(url.protocol) || (url.protocol == 'http:' && url.origin == location?.origin))
      return id ? url.href : '';
  }
  hint('support-href', template, 'warn');
}
