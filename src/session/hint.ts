/** Begins what is said, and names what is kept: the facts, the lock, the arbiter's database, the slot on `globalThis`. */
export const NAME = 'session-id-badge';

const said = new Set<string>();

/**
 * Tells a developer, once a page for each text, which value is passed over and what mends it: an error where the session is
 * another one than the host asked for, a warning where a default serves and for what the browser refused. Few words, since every visitor loads them; the README explains each.
 * Never holds what stands in a cookie.
 */
export function hint(what: string, value: unknown, mend: string, level: 'error' | 'warn' = 'error'): void {
  const text = `${NAME}: ${what} "${value}" ignored: ${mend}`;
  if (!said.has(text)) console[level](text);
  said.add(text);
}
