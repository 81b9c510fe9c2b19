import type { Context, Hono } from 'hono';
import { basketOf, keepBasket } from '../basket.ts';
import { euros, productOf } from '../catalogue.ts';
import { field } from '../form.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';

const basketPage = (c: Context): Promise<Response> =>
  page(c, 200, ({ words, lang, basket }) => {
    const total = basket.reduce((sum, { price }) => sum + price, 0);
    const full = html`<form method="post" action="/basket/remove">
        <ul class="basket">
          ${basket.map(({ slug, price, text }) => {
            const { name } = text[lang];
            return html`<li>
              <a href="/product/${slug}">${name}</a> <span>${euros(price, lang)}</span>
              <button name="slug" value="${slug}" aria-label="${words.remove}: ${name}">${words.remove}</button>
            </li>`;
          })}
        </ul>
      </form>
      <p>${words.total} <strong>${euros(total, lang)}</strong> ${words.perMonth}</p>
      <form method="post" action="/basket/order"><button class="primary">${words.order}</button></form>
      <p class="hint">${words.orderText}</p>`;
    return {
      title: words.basket,
      main: html`<h1>${words.basket}</h1>
        ${basket.length ? full : html`<p>${words.empty}</p>`}`,
    };
  });

/** The basket, and what can be done with it. */
export function basketRoutes(shop: Hono): void {
  shop.get('/basket', basketPage);
  shop.post('/basket/add', async (c) => {
    const product = productOf(await field(c, 'slug'));
    if (product) keepBasket(c, [...basketOf(c), product]);
    return c.redirect('/basket', 303);
  });
  shop.post('/basket/remove', async (c) => {
    const slug = await field(c, 'slug');
    const basket = basketOf(c);
    const place = basket.findIndex((product) => product.slug == slug);
    if (place >= 0) keepBasket(c, basket.toSpliced(place, 1));
    return c.redirect('/basket', 303);
  });
  // Nothing is sold here: ordering is the moment at which things go wrong, and the customer needs the session ID.
  shop.post('/basket/order', (c) => c.redirect('/error', 303));
}
