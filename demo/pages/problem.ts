import type { Context } from 'hono';
import { html } from '../html.ts';
import { page } from '../layout.ts';

/** What went wrong and what to do now. Says nothing of what was asked for. */
export const problemPage = (c: Context, status: 403 | 404 | 405 | 413 | 500): Promise<Response> =>
  page(c, status, ({ words }) => ({
    title: words[status],
    main: html`<h1>${words[status]}</h1>
      <p class="lead">${words[status == 404 || status == 500 ? (`${status}_text` as const) : 'other_text']}</p>
      <p><a href="/">${words.back}</a></p>`,
  }));
