import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Desk } from '../src/desk/desk.ts';
import { productOf } from './catalogue.ts';
import { serveFiles } from './files.ts';
import { headers, ownPagesOnly } from './guard.ts';
import { accountRoutes } from './pages/account.ts';
import { basketRoutes } from './pages/basket.ts';
import { breaksRoutes } from './pages/breaks.ts';
import { docsRoutes } from './pages/docs.ts';
import { homePage } from './pages/home.ts';
import { looksRoutes } from './pages/looks.ts';
import { problemPage } from './pages/problem.ts';
import { productPage } from './pages/product.ts';
import { statesRoutes } from './pages/states.ts';
import { travelRoutes } from './pages/travel.ts';
import { resetRoutes } from './reset.ts';
import { trailRoutes } from './trail-routes.ts';

/** No form of the shop is longer, in bytes. */
const LONGEST_FORM = 4096;

/** The shop: what it answers to each request. It keeps its logins and its logs in memory, and at the desk what its pages record. */
export function createShop(warehousePort: number, desk: Desk): Hono {
  const shop = new Hono();
  shop.use(headers);
  shop.use(
    methodNotAllowed({
      app: shop,
      onMethodNotAllowed: (c, allowed) => (c.header('Allow', allowed.join(', ')), problemPage(c, 405)),
    }),
  );
  shop.use(ownPagesOnly);
  // Before the limit of forms: what comes there is longer, and has its own.
  trailRoutes(shop, desk);
  shop.use(bodyLimit({ maxSize: LONGEST_FORM, onError: (c) => problemPage(c, 413) }));

  shop.get('/', homePage);
  shop.get('/product/:slug', (c) => {
    const product = productOf(c.req.param('slug'));
    return product ? productPage(c, product) : problemPage(c, 404);
  });
  shop.get('/error', (c) => problemPage(c, 500));
  basketRoutes(shop);
  accountRoutes(shop);
  resetRoutes(shop);
  statesRoutes(shop);
  looksRoutes(shop);
  travelRoutes(shop, warehousePort);
  breaksRoutes(shop);
  docsRoutes(shop);
  serveFiles(shop);

  shop.notFound((c) => problemPage(c, 404));
  shop.onError((error, c) => {
    console.error(error);
    return problemPage(c, 500);
  });
  return shop;
}
