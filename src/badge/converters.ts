import { hint } from '../session/hint.js';

/** How long feedback stays at least, and unless the host says longer, in ms: long enough to be noticed and read. */
export const LEAST_FEEDBACK = 2000;

/** `signed-in`: `""` and `true` mean true, `false` means false; absent, and whatever else, concludes nothing. */
export function toSignedIn(value: string | null): boolean | undefined {
  if (value == '' || value == 'true') return true;
  if (value == 'false') return false;
  if (value != null) hint('signed-in', value, 'use true or false');
}

/** `feedback-duration`: ms, no shorter than the least. */
export function toDuration(value: string | null): number | undefined {
  // Beyond 2³¹ ms `setTimeout` overflows and ends at once.
  if (+value! >= LEAST_FEEDBACK && +value! < 2 ** 31) return +value!;
  if (value != null) hint('feedback-duration', value, `use ${LEAST_FEEDBACK} or more`);
}
