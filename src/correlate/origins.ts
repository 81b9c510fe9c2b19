import { attempt } from '../session/attempt.js';
import { NAME } from '../session/hint.js';

/** The URL's origin, relative to the page where there is a `base`; undefined where it is no URL. */
export const originOf = (url: string | URL, base?: string): string | undefined => attempt(() => new URL(url, base).origin);

/**
 * The origins that are listed, `self` being the page's own. Throws a `TypeError` for what is no http(s) origin: a list that does
 * not say what the host meant must not decide who gets the ID.
 */
export const originsOf = (to: readonly string[]): Set<string> =>
  new Set(
    [to].flat().map((given) => {
      const origin = given == 'self' ? location.origin : given;
      if (/^http/.test(origin) && originOf(origin) == origin) return origin;
      throw TypeError(`${NAME}: "${given}" is no origin like "https://api.example"`);
    }),
  );
