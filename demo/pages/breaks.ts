import type { Context, Hono } from 'hono';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BreakName } from '../breaks-words.ts';
import { products } from '../catalogue.ts';
import { frame } from '../frame.ts';
import { html, type Html } from '../html.ts';
import { page } from '../layout.ts';
import type { Visit } from '../visit.ts';

/** How long the answers take that are late, ms. The second counts as slow; the first makes customers click again. */
const LATE = 1_500;
const VERY_LATE = 3_500;

/** All that is sold; the newest, added in a hurry, has no price yet. */
const offers = [...products.map(({ slug, price }) => ({ slug, price: { amount: price } })), { slug: 'backup' }];

type Outcome = 'begun' | 'ended' | 'failed';

const template = (outcome: Outcome, content: Html | string | undefined): Html | undefined =>
  content ? html`<template data-outcome="${outcome}">${content}</template>` : undefined;

/** What the cards say in more than words, and what their buttons know. */
const more = ({
  words: { breaks },
  lang,
}: Visit): { [Name in BreakName]?: { [What in Outcome | 'data' | 'dialog']?: Html } } => ({
  invoices: { failed: html`${breaks.cards.invoices.failed} <a href="/account">${breaks.logIn}</a>` },
  photo: {
    // Without its address: Firefox loads ahead what it finds in a template.
    ended: html`<img alt="${breaks.cards.photo.ended}" width="240" height="44" />`,
    data: html`data-photo="/assets/data-centre.webp"`,
  },
  total: {
    ended: html`${breaks.cards.total.ended} <b></b>`,
    data: html`data-offers="${JSON.stringify(offers)}"`,
  },
  bundle: {
    ended: html`${breaks.cards.bundle.ended} <b></b>`,
    data: html`data-prices="${JSON.stringify(products.map(({ price }) => price))}" data-lang="${lang}"`,
  },
  transfer: {
    data: html`data-valid-until="2026-01-31"`,
    dialog: html`<dialog aria-labelledby="transfer-failed">
      <p id="transfer-failed">${breaks.cards.transfer.dialog}</p>
      <form method="dialog"><button class="primary">${breaks.close}</button></form>
    </dialog>`,
  },
});

/** Both live regions are there before there is something to say: where they come with their words, not all of it is read out. */
function card(name: BreakName, visit: Visit): Html {
  const said = visit.words.breaks.cards[name] as { [Name in Outcome | 'name' | 'text' | 'button']?: string };
  const own = more(visit)[name] ?? {};
  return html`<li id="${name}">
    <h2>${said.name}</h2>
    <p class="hint">${said.text}</p>
    <button type="button" ${own.data}>${said.button}</button>
    <div class="outcome">
      <p role="status"></p>
      <p role="alert"></p>
    </div>
    ${(['begun', 'ended', 'failed'] as const).map((outcome) => template(outcome, own[outcome] ?? said[outcome]))} ${own.dialog}
  </li>`;
}

const breaksPage = (c: Context): Promise<Response> =>
  page(c, 200, (visit) => {
    const { breaksPage: title, breaks } = visit.words;
    return {
      title,
      head: html`<link rel="stylesheet" href="/assets/breaks.css" />
        <script type="module" src="/assets/breaks.js"></script>`,
      main: html`<h1>${title}</h1>
        <p class="lead">${breaks.text}</p>
        <div class="breaks">
          <ul role="list">
            ${(Object.keys(breaks.cards) as BreakName[]).map((name) => card(name, visit))}
          </ul>
          <section>
            <h2>${breaks.list}</h2>
            <p class="hint">${breaks.listText}</p>
            <iframe src="/breaks/list" title="${breaks.list}"></iframe>
          </section>
        </div>`,
    };
  });

/**
 * The list of what was recorded. In a frame, so that it is not recorded itself: what it loads is no request of the page's, and
 * a line that comes is no answer to a click.
 */
const listFrame = (c: Context) =>
  frame(c, ({ words: { breaks } }) => ({
    title: breaks.list,
    head: html`<link rel="stylesheet" href="/assets/shop.css" />
      <link rel="stylesheet" href="/assets/breaks.css" />
      <script type="module" src="/assets/trail-list.js"></script>`,
    body: html`<body class="trail-list">
      <table>
        <thead>
          <tr>
            ${breaks.columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody translate="no"></tbody>
      </table>
    </body>`,
  }));

/** A page on which all goes wrong that can in a shop, and the servers' part in that. */
export function breaksRoutes(shop: Hono): void {
  shop.get('/breaks', breaksPage);
  shop.get('/breaks/list', listFrame);
  shop.post('/breaks/order', (c) => c.json({ message: 'the order service is down' }, 503, { 'Retry-After': '60' }));
  shop.post('/breaks/pay', (c) => c.body(null, 204));
  // Of the invoices' own service, whose logins do not last as long as the shop's.
  shop.get('/breaks/invoices', (c) => c.json({ message: 'login expired' }, 401));
  shop.get('/breaks/domain', async (c) => (await sleep(LATE), c.json({ free: true })));
  shop.get('/breaks/search', async (c) => (await sleep(VERY_LATE), c.json({ found: [] })));
}
