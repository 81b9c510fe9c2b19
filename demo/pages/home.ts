import type { Context } from 'hono';
import { html } from '../html.ts';
import { euros, products } from '../catalogue.ts';
import { page } from '../layout.ts';

export const homePage = (c: Context): Promise<Response> =>
  page(c, 200, ({ words, lang }) => ({
    title: words.slogan,
    main: html`<div class="hero">
        <h1>${words.welcome}</h1>
        <p>${words.intro}</p>
      </div>
      <ul class="products">
        ${products.map(
          ({ slug, price, text }) =>
            html`<li>
              <h2><a href="/product/${slug}">${text[lang].name}</a></h2>
              <p>${text[lang].promise}</p>
              <p><strong>${euros(price, lang)}</strong> ${words.perMonth}</p>
            </li>`,
        )}
      </ul>`,
  }));
