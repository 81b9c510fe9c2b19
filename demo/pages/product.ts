import type { Context } from 'hono';
import { html } from '../html.ts';
import { euros, type Product } from '../catalogue.ts';
import { page } from '../layout.ts';

export const productPage = (c: Context, { slug, price, text }: Product): Promise<Response> =>
  page(c, 200, ({ words, lang }) => {
    const { name, promise, points } = text[lang];
    return {
      title: name,
      main: html`<h1>${name}</h1>
        <p class="lead">${promise}</p>
        <ul>
          ${points.map((point) => html`<li>${point}</li>`)}
        </ul>
        <p><strong>${euros(price, lang)}</strong> ${words.perMonth}</p>
        <form method="post" action="/basket/add">
          <button class="primary" name="slug" value="${slug}">${words.add}</button>
        </form>`,
    };
  });
