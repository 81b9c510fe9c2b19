import type { Context, Hono } from 'hono';
import { frame } from '../frame.ts';
import { html, type Html } from '../html.ts';
import { page } from '../layout.ts';
import type { Words } from '../words.ts';

const looksPage = (c: Context): Promise<Response> =>
  page(c, 200, ({ words }) => ({
    title: words.looksPage,
    head: html`<link rel="stylesheet" href="/assets/looks.css" />`,
    main: html`<h1>${words.looksPage}</h1>
      <p class="lead">${words.looksText}</p>
      <div class="looks">
        ${look('bootstrap', words.lookBootstrap)} ${look('plain', words.lookPlain)}
        ${look('bootstrap-dark', words.lookBootstrapDark)}
      </div>`,
  }));

const look = (name: string, caption: string): Html =>
  html`<figure>
    <figcaption>${caption}</figcaption>
    <iframe src="/looks/${name}" title="${caption}"></iframe>
  </figure>`;

const headWith = (style: string): Html =>
  html`<link rel="stylesheet" href="/assets/${style}.css" />
    <script type="module" src="/cdn/session-id-badge.js"></script>`;

const badge = ({ supportHref }: Words): Html => html`<session-id-badge support-href="${supportHref}"></session-id-badge>`;

const bootstrapLook = (c: Context, theme: 'light' | 'dark') =>
  frame(c, ({ words }) => ({
    title: words.lookBootstrap,
    theme,
    head: headWith('bootstrap'),
    body: html`<body class="d-flex flex-column min-vh-100">
      <main class="container py-4">
        <h1 class="h4">${words.welcome}</h1>
        <p class="text-body-secondary">${words.intro}</p>
        <a class="btn btn-sm btn-outline-${theme == 'dark' ? 'light' : 'secondary'}" href="/" target="_top">${words.back}</a>
      </main>
      <footer class="mt-auto py-3 border-top">
        <div class="container">
          <p class="small text-body-secondary mb-2">${words.rights} ${words.toSupport}</p>
          ${badge(words)}
        </div>
      </footer>
    </body>`,
  }));

const plainLook = (c: Context) =>
  frame(c, ({ words }) => ({
    title: words.lookPlain,
    head: headWith('badge-place'),
    body: html`<body>
      <h1>${words.welcome}</h1>
      <p>${words.intro}</p>
      <p><a href="/" target="_top">${words.back}</a></p>
      <hr />
      <footer>
        <p>${words.rights} ${words.toSupport}</p>
        ${badge(words)}
      </footer>
    </body>`,
  }));

/** The badge in footers of other makes: the page that shows them side by side, and each as a page of its own. */
export function looksRoutes(shop: Hono): void {
  shop.get('/looks', looksPage);
  shop.get('/looks/bootstrap', (c) => bootstrapLook(c, 'light'));
  shop.get('/looks/bootstrap-dark', (c) => bootstrapLook(c, 'dark'));
  shop.get('/looks/plain', plainLook);
}
