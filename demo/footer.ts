import { products } from './catalogue.ts';
import { html, type Html } from './html.ts';
import type { Visit } from './visit.ts';
import { languages } from './words.ts';

/** The release of the shop's own software. */
const VERSION = '4.2.0';

const languageNames = { en: 'English', nl: 'Nederlands' };

/**
 * The foot of each page, and in it the badge, told whether somebody is logged in, and where the trail goes. The ID, where it is given, is seen in its
 * place until it runs, and where it never does.
 */
export function footer({ words, lang, dir, name }: Visit, sessionId?: string): Html {
  const fallback = sessionId && html`<span>${words.sessionId} <bdi translate="no">${sessionId}</bdi></span>`;
  return html`<footer>
    <div class="columns">
      <nav aria-label="${words.shop}">
        <h2>${words.shop}</h2>
        ${products.map(({ slug, text }) => html`<a href="/product/${slug}">${text[lang].name}</a> `)}
      </nav>
      <nav aria-label="${words.you}">
        <h2>${words.you}</h2>
        <a href="/account">${words.account}</a>
        <a href="/basket">${words.basket}</a>
        ${Object.keys(languages).map((code) => language(code as keyof typeof languages, lang))}
      </nav>
      <nav aria-label="${words.demo}">
        <h2>${words.demo}</h2>
        <a href="/static.html">${words.staticPage}</a>
        <a href="/error">${words.errorPage}</a>
        <a href="/no-such-page">${words.missingPage}</a>
        <a href="/docs">${words.docsPage}</a>
        <a href="/states">${words.statesPage}</a>
        <a href="/looks">${words.looksPage}</a>
        <a href="/travel">${words.travelPage}</a>
        <a href="/breaks">${words.breaksPage}</a>
        <a href="/desk">${words.deskPage}</a>
        ${dir == 'rtl' ? html`<a href="?dir=ltr">${words.leftToRight}</a>` : html`<a href="?dir=rtl">${words.rightToLeft}</a>`}
      </nav>
    </div>
    <p>© 2026 Noordzee Hosting. ${words.rights}</p>
    <div class="support">
      <span>${words.toSupport}</span>
      <session-id-badge signed-in="${String(!!name)}" app-version="${VERSION}" trail="/v1/logs">${fallback}</session-id-badge>
    </div>
  </footer>`;
}

/** Leads to the same page: a link that is a query only keeps the path, and nothing of the address is written into the page. */
const language = (code: keyof typeof languages, current: string): Html =>
  html`<a href="?lang=${code}" lang="${code}" hreflang="${code}" aria-current="${String(code == current)}"
    >${languageNames[code]}</a
  > `;
