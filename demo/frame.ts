import type { Context } from 'hono';
import { html, type Html } from './html.ts';
import { visitOf, type Visit } from './visit.ts';

/** Answers with a page for a frame: nothing of the shop's is around it, and it brings its own scripts and style sheets. */
export function frame(
  c: Context,
  write: (visit: Visit) => { title: string; theme?: 'light' | 'dark'; head: Html; body: Html },
): Response | Promise<Response> {
  const visit = visitOf(c);
  const { title, theme, head, body } = write(visit);
  return c.html(
    html`<!doctype html>
      <html lang="${visit.lang}" dir="${visit.dir}" ${theme && html`data-bs-theme="${theme}"`}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title} · Noordzee Hosting</title>
          <link rel="icon" href="/favicon.svg" />
          ${head}
        </head>
        ${body}
      </html>`,
  );
}
