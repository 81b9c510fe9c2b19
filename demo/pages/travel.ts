import type { Context, Hono } from 'hono';
import { readSessionId } from '../diagnostic-session.ts';
import { POLICY } from '../guard.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { createLog } from '../log.ts';
import { onPort } from '../warehouse.ts';

const travelPage = (c: Context, warehouse: string): Promise<Response> => {
  // The one page that talks to another origin.
  c.header('Content-Security-Policy', `${POLICY}; connect-src 'self' ${warehouse}`);
  return page(c, 200, ({ words: { travelPage, travel } }) => ({
    title: travelPage,
    head: html`<link rel="stylesheet" href="/assets/travel.css" />
      <script type="module" src="/assets/travel.js"></script>`,
    main: html`<h1>${travelPage}</h1>
      <p class="lead">${travel.text}</p>
      <button type="button" class="primary" id="order">${travel.order}</button>
      <p role="status" id="order-status" data-sent="${travel.sent}" data-failed="${travel.failed}"></p>
      <div class="journey" data-warehouse="${warehouse}">
        ${(['browser', 'shop', 'warehouse'] as const).map(
          (place) =>
            html`<section>
              <h2 id="${place}">${travel[place].name}</h2>
              <p class="hint">${travel[place].carried}</p>
              <div class="journey-log" role="region" aria-labelledby="${place}" tabindex="0" lang="en" dir="ltr" translate="no">
                <ol role="list" id="${place}-log"></ol>
              </div>
            </section>`,
        )}
      </div>`,
  }));
};

/** A page that shows one click in the logs of all whom it reaches, and the shop's part in that. */
export function travelRoutes(shop: Hono, warehousePort: number): void {
  const log = createLog();
  shop.get('/travel', (c) => travelPage(c, onPort(c.req.url, warehousePort)));
  shop.get('/travel/log', log.read);
  shop.post('/travel/order', log.write, async (c) => {
    const id = readSessionId(c.req.raw);
    const { ok } = await fetch(`http://127.0.0.1:${warehousePort}/parcels`, {
      method: 'POST',
      // An ID needs no encoding.
      headers: id ? { baggage: `session.id=${id}` } : {},
    });
    return c.body(null, ok ? 204 : 502);
  });
}
