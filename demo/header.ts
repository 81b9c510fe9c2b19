import { html, type Html } from './html.ts';
import { loginStates } from './login-states.ts';
import type { Visit } from './visit.ts';

/** The head of each page: where things are, and who is logged in. */
export function header({ path, words, name, basket }: Visit): Html {
  const link = (href: string, text: Html | string) =>
    html`<a href="${href}" aria-current="${href == path ? 'page' : 'false'}">${text}</a>`;
  return html`<a class="skip" href="#main">${words.skip}</a>
    <header>
      <a class="brand" href="/"><img src="/favicon.svg" alt="" width="32" height="32" /> Noordzee Hosting</a>
      <nav aria-label="${words.shop}">
        ${link('/', words.home)} ${link('/basket', html`${words.basket} (${basket.length})`)}
        ${link('/account', loginStates(name, html`<bdi>${name}</bdi>`, html`${words.logIn}`))}
      </nav>
    </header>`;
}
