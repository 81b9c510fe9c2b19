import type { Context } from 'hono';
import { sessionIdFor } from '../diagnostic-session.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';

/**
 * What went wrong and what to do now. Says nothing of what was asked for. Has the session ID in it, since this is the page on
 * which it is needed, whatever else fails; on the others the badge is there in time.
 */
export const problemPage = (c: Context, status: 403 | 404 | 405 | 413 | 500): Promise<Response> =>
  page(c, status, ({ words }) => ({
    title: words[status],
    main: html`<h1>${words[status]}</h1>
      <p class="lead">${words[status == 404 || status == 500 ? (`${status}_text` as const) : 'other_text']}</p>
      <p><a href="/">${words.back}</a></p>`,
    sessionId: sessionIdFor(c),
  }));
