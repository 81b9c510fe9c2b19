import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { productOf, type Product } from './catalogue.ts';

/** The basket: the products' names with dots between, nothing about the customer. Resetting cookies empties it. */
export const BASKET_COOKIE = 'shop_basket';
const MOST = 20;

/** What lies in the basket. Whatever else stands in the cookie is passed over. */
export function basketOf(c: Context): Product[] {
  const slugs = (getCookie(c, BASKET_COOKIE) ?? '').split('.');
  return slugs.flatMap((slug) => productOf(slug) ?? []).slice(0, MOST);
}

export function keepBasket(c: Context, products: readonly Product[]): void {
  const slugs = products.slice(0, MOST).map(({ slug }) => slug);
  setCookie(c, BASKET_COOKIE, slugs.join('.'), { sameSite: 'Lax', path: '/' });
}
