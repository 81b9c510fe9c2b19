import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { footer } from './footer.ts';
import { header } from './header.ts';
import { html, type Html } from './html.ts';
import { sessionLog } from './session-log.ts';
import { visitOf, type Visit } from './visit.ts';

/**
 * Answers with a whole page around its own part; `head` is what that needs beside the shop's own files, `sessionId` what
 * the page shows until the badge does. Never kept by a browser: it says who is logged in.
 */
export async function page(
  c: Context,
  status: ContentfulStatusCode,
  write: (visit: Visit) => { title: string; head?: Html; main: Html; sessionId?: string },
): Promise<Response> {
  const visit = visitOf(c);
  const { title, head, main, sessionId } = write(visit);
  c.header('Cache-Control', 'no-store');
  return c.html(
    html`<!doctype html>
      <html lang="${visit.lang}" dir="${visit.dir}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title} · Noordzee Hosting</title>
          <link rel="icon" href="/favicon.svg" />
          <link rel="stylesheet" href="/assets/shop.css" />
          <script type="module" src="/assets/shop.js"></script>
          ${head}
        </head>
        <body>
          ${header(visit)}
          <main id="main">${main}</main>
          ${sessionLog} ${footer(visit, sessionId)}
        </body>
      </html>`,
    status,
  );
}
