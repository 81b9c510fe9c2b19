import { attempt } from '../session/attempt.js';
import { NAME } from '../session/hint.js';

/**
 * The origins that are listed, `self` being the page's own. Throws a `TypeError` for what is no http(s) origin: a list that does
 * not say what the host meant must not decide who gets the ID.
 */
export const originsOf = (to: readonly string[]): string[] =>
  [to].flat().map((given) => {
    const origin = given == 'self' ? location.origin : given;
    if (/^http/.test(origin) && attempt(() => new URL(origin).origin) == origin) return origin;
    throw TypeError(`${NAME}: "${given}" is no origin like "https://api.example"`);
  });

/**
 * Whether a URL, relative to the page, is of one of these origins. One that is written out in full need not be parsed. Throws a
 * `TypeError` for what is no URL.
 */
export function listedIn(origins: readonly string[]): (url: string | URL) => boolean {
  // For each request of a page: no new text is made of the URL.
  const begins = (url: string) => origins.some((origin) => url.startsWith(origin) && (url[origin.length] ?? '/') == '/');
  return (url) => begins(String(url)) || begins(new URL(url, document.baseURI).href);
}
