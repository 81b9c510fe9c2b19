import { explain, type HintCode } from './hint-texts.js';

/** Begins what is said, and names what is kept: the facts, the lock, the arbiter's database, the slot on `globalThis`. */
export const NAME = 'session-id-badge';

const said = new Set<string>();

/**
 * Tells a developer, once a page for each text, which value is passed over, in a word what happens instead, and where that is explained:
 * an error where the session is another one than the host asked for, a warning where a default serves and for what the browser refused.
 * Never holds what stands in a cookie.
 */
export function hint(code: HintCode, value: unknown, level: 'error' | 'warn' = 'error', instead = ''): void {
  const text = `${NAME}: ${code} "${value}" ignored${instead && ': ' + instead}\n${explain(code)}https://npmjs.com/package/${NAME}#hints`;
  if (!said.has(text)) console[level](text);
  said.add(text);
}
