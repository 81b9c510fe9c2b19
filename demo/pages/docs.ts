import type { Context, Hono } from 'hono';
import { badgeLanguages, directionOf } from '../badge-languages.ts';
import { badgeManifest, type Described } from '../badge-manifest.ts';
import { html, type Html } from '../html.ts';
import { page } from '../layout.ts';
import { controlOf, PLAYGROUND_COOKIE } from '../playground-attributes.ts';
import type { Visit } from '../visit.ts';
import type { Words } from '../words.ts';
import { playgroundFrame } from './playground-frame.ts';

/** The manifest's own words, which are English in every language of the shop, with what stands between backticks as code. */
const described = ({ description = '' }: Described): Html[] =>
  description.split('`').map((text, i) => (i % 2 ? html`<code>${text}</code>` : html`${text}`));

/** What one of a few values is called. A language is by itself, and in its own direction. */
function option(attribute: Described, value: string): Html {
  if (attribute.name != 'lang') return html`<option>${value}</option>`;
  const name = (badgeLanguages as Record<string, string>)[value];
  return html`<option value="${value}" lang="${value}" dir="${directionOf(value)}">${name} (${value})</option>`;
}

/** What an attribute's value is typed into or chosen from. Empty stands for an attribute that is absent. */
function input(attribute: Described, words: Words['docs'], labelled: Html): Html {
  const { name } = attribute;
  const control = controlOf(attribute);
  if (control.kind == 'choice')
    return html`<select name="${name}" ${labelled}>
      <option value="">${words.absent}</option>
      ${control.values.map((value) => option(attribute, value))}
    </select>`;
  if (control.kind == 'number')
    return html`<input type="number" name="${name}" min="0" max="999999999" placeholder="${words.absent}" ${labelled} />`;
  const isCookie = name == 'cookie';
  return html`<input
    name="${name}"
    value="${isCookie ? PLAYGROUND_COOKIE : ''}"
    placeholder="${words.absent}"
    pattern="${control.pattern}"
    title="${isCookie ? words.cookieNames : ''}"
    ${isCookie ? 'required' : ''}
    spellcheck="false"
    ${labelled}
  />`;
}

/** A named thing of the manifest with something to set it by. `write` is given what ties that to its name and explanation. */
function control(one: Described, write: (labelled: Html) => Html): Html {
  const id = `set-${one.name}`;
  return html`<div class="control" dir="ltr">
    <label for="${id}"><code translate="no">${one.name}</code></label>
    ${write(html`id="${id}" aria-describedby="${id}-text"`)}
    <p class="hint" id="${id}-text" lang="en">
      ${described(one)} <code class="type" translate="no">${one.type?.text}</code>
    </p>
  </div>`;
}

const choice = (name: string, label: string, values: Readonly<Record<string, string>>, chosen: string): Html =>
  html`<label
    >${label}
    <select name="${name}">
      ${Object.entries(values).map(
        ([value, text]) => html`<option value="${value}" ${value == chosen ? 'selected' : ''}>${text}</option>`,
      )}
    </select>
  </label>`;

/** The badge in its frame, what can be done to it, and what comes of that. The script fills the frame, once it listens. */
const stage = ({ words, dir }: Visit): Html => {
  const { docs } = words;
  return html`<div class="stage">
    <fieldset id="surroundings">
      <legend class="skip">${docs.around}</legend>
      ${choice('theme', docs.theme, docs.themes, 'system')}
      ${choice('direction', docs.direction, { ltr: words.leftToRight, rtl: words.rightToLeft }, dir)}
      ${choice('width', docs.width, docs.widths, 'full')}
    </fieldset>
    <iframe title="${docs.badge}"></iframe>
    <div class="buttons">
      <button type="button" id="playground-log-out">${words.logOut}</button>
      <button type="button" id="playground-renew">${docs.renew}</button>
      <button type="button" id="playground-delete">${docs.deleteCookie}</button>
    </div>
    <h2>${docs.markup}</h2>
    <pre dir="ltr" translate="no"><code id="markup"></code></pre>
    <div class="buttons">
      <button type="button" id="copy-markup">${docs.copy}</button>
      <span role="status" data-copied="${docs.copied}" data-selected="${docs.selected}"></span>
    </div>
    <h2 id="playground-told">${docs.log}</h2>
    <div class="told" role="log" aria-labelledby="playground-told" tabindex="0" lang="en" dir="ltr" translate="no">
      <ol role="list"></ol>
    </div>
  </div>`;
};

const settings = ({ words: { docs } }: Visit): Html =>
  html`<div>
    <fieldset id="attributes">
      <legend><h2>${docs.attributes}</h2></legend>
      ${badgeManifest.attributes.map((one) => control(one, (labelled) => input(one, docs, labelled)))}
    </fieldset>
    <fieldset id="properties">
      <legend><h2>${docs.cssProperties}</h2></legend>
      ${badgeManifest.cssProperties.map((one) =>
        control(
          one,
          (labelled) => html`<input name="${one.name}" placeholder="${one.default}" spellcheck="false" ${labelled} />`,
        ),
      )}
    </fieldset>
  </div>`;

/** What is listed below the playground. */
const references = ['slots', 'cssParts', 'cssStates', 'cssProperties', 'events'] as const;

const reference = (kind: (typeof references)[number], docs: Words['docs']): Html =>
  html`<h2 class="reference-title" id="reference-${kind}">${docs[kind]}</h2>
  <table class="reference" aria-labelledby="reference-${kind}" dir="ltr">
    <thead>
      <tr>
        <th scope="col">${docs.name}</th>
        <th scope="col">${docs.meaning}</th>
      </tr>
    </thead>
    <tbody lang="en">
      ${badgeManifest[kind].map(
        (one) =>
          html`<tr>
            <th scope="row" translate="no">
              <code>${one.name}</code> <code class="type">${one.default ?? one.type?.text}</code>
            </th>
            <td>${described(one)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const docsPage = (c: Context): Promise<Response> =>
  page(c, 200, (visit) => {
    const { docsPage: title, docs } = visit.words;
    return {
      title,
      head: html`<link rel="stylesheet" href="/assets/docs.css" />
        <script type="module" src="/assets/docs.js"></script>`,
      main: html`<h1>${title}</h1>
        <p class="lead">${docs.text}</p>
        <p class="hint">${docs.cookieText}</p>
        <form class="playground" autocomplete="off" novalidate>${stage(visit)} ${settings(visit)}</form>
        ${references.map((kind) => reference(kind, docs))}`,
    };
  });

/** The page on which the badge can be tried out, and the frame in it. */
export function docsRoutes(shop: Hono): void {
  shop.get('/docs', docsPage);
  shop.get('/docs/badge', playgroundFrame);
}
