import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { basketOf } from './basket.ts';
import type { Product } from './catalogue.ts';
import { nameOf } from './login.ts';
import { languages, type Lang, type Words } from './words.ts';

export const LANG_COOKIE = 'shop_lang';
export const DIR_COOKIE = 'shop_dir';

/** What every page needs to know of the customer who looks at it. */
export interface Visit {
  readonly path: string;
  readonly lang: Lang;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
  /** Undefined where nobody is logged in. */
  readonly name: string | undefined;
  readonly basket: readonly Product[];
}

export function visitOf(c: Context): Visit {
  const lang = choice(c, 'lang', LANG_COOKIE, Object.keys(languages) as Lang[]);
  const dir = choice(c, 'dir', DIR_COOKIE, ['ltr', 'rtl'] as const);
  return { path: c.req.path, lang, dir, words: languages[lang], name: nameOf(c), basket: basketOf(c) };
}

/** One of a few values, from the query and then kept, else the kept one, else the first. Any other text is none of them. */
function choice<Value extends string>(c: Context, query: string, cookie: string, values: readonly Value[]): Value {
  const asked = values.find((value) => value == c.req.query(query));
  if (asked) setCookie(c, cookie, asked, { sameSite: 'Lax', path: '/' });
  return asked ?? values.find((value) => value == getCookie(c, cookie)) ?? values[0]!;
}
