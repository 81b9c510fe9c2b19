import type { Context, Hono } from 'hono';
import { field } from '../form.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { loginStates } from '../login-states.ts';
import { logIn, logOut } from '../login.ts';

const LONGEST_NAME = 60;

/** The account: who is logged in, or the form to do so; with what was wrong with the last one sent. */
const accountPage = (c: Context, wrong?: 'name-missing'): Promise<Response> =>
  page(c, wrong ? 422 : 200, ({ words, name }) => ({
    title: words.account,
    main: html`<h1>${words.account}</h1>
      ${loginStates(
        name,
        html`<p class="lead">${words.greeting} <bdi>${name}</bdi>.</p>
          <p>${words.accountText}</p>
          <form method="post" action="/account/logout"><button class="primary">${words.logOut}</button></form>`,
        html`<form method="post" action="/account/login">
          <label for="name">${words.yourName}</label>
          <input
            id="name"
            name="name"
            required
            maxlength="${LONGEST_NAME}"
            autocomplete="off"
            aria-describedby="name-hint"
          />
          <p class="hint" id="name-hint">
            ${wrong ? html`<strong>${words.nameMissing}</strong> ` : ''}${words.anyName}
          </p>
          <button class="primary">${words.logIn}</button>
        </form>`,
      )}`,
  }));

/** The account, and the ways in and out. */
export function accountRoutes(shop: Hono): void {
  shop.get('/account', (c) => accountPage(c));
  shop.post('/account/login', async (c) => {
    const name = (await field(c, 'name')).replace(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME);
    if (!name) return accountPage(c, 'name-missing');
    logIn(c, name);
    return c.redirect('/account', 303);
  });
  shop.post('/account/logout', (c) => {
    logOut(c);
    return c.redirect('/account', 303);
  });
  // For the script that logs out without leaving the page.
  shop.post('/api/logout', (c) => {
    logOut(c);
    return c.body(null, 204);
  });
}
