import { html, type Html } from './html.ts';

/**
 * Something that looks different when somebody is logged in. Both are in the page, one hidden, so that the script which
 * logs out without leaving the page has nothing to write, in no language.
 */
export function loginStates(name: string | undefined, loggedIn: Html, loggedOut: Html): Html {
  return html`<div data-login="in" ${name ? '' : 'hidden'}>${name && loggedIn}</div>
    <div data-login="out" ${name ? 'hidden' : ''}>${loggedOut}</div>`;
}
