import type { Context, Hono } from 'hono';
import { badgeLanguages, directionOf } from '../badge-languages.ts';
import { frame } from '../frame.ts';
import { html, type Html } from '../html.ts';
import { page } from '../layout.ts';
import type { StateName } from '../state-words.ts';
import type { Visit } from '../visit.ts';
import type { Words } from '../words.ts';

const badge = html`<session-id-badge></session-id-badge>`;

/** What is shown of each state. What markup cannot bring about, client/states.ts does. */
const shown = ({ words, lang }: Visit): Readonly<Record<StateName, Html>> => ({
  // Put there by script: a badge in the markup would show the session of the page first.
  pending: html``,
  settled: badge,
  copied: html`<iframe src="/states/copied" title="${words.states.copied.name}"></iframe>`,
  'not-copied': html``,
  press: html`<iframe src="/states/press" title="${words.states.press.name}"></iframe>`,
  report: html`<session-id-badge copy-format="report" app-version="4.2.0"></session-id-badge>`,
  support: html`<session-id-badge support-href="${words.supportHref}"></session-id-badge>`,
  foreign: html`<session-id-badge session-id="abcd1234efgh5678"></session-id-badge>`,
  earlier: html`${badge} <button type="button">${words.logOut}</button>`,
  languages: html`<div class="spoken">${badge}</div>
    ${languageChoice(words, lang)}`,
  'right-to-left': html`<div lang="he" dir="rtl">${badge}</div>`,
  narrow: html`<div class="narrow">${badge}</div>`,
  panel: html`${badge} <button type="button">${words.openPanel}</button>`,
});

// Not to be filled in from the last visit: the badge would not know.
const languageChoice = (words: Words, current: string): Html =>
  html`<label>
    ${words.language}
    <select autocomplete="off">
      ${Object.entries(badgeLanguages).map(
        ([code, name]) =>
          html`<option lang="${code}" dir="${directionOf(code)}" ${code == current ? 'selected' : ''}>${name}</option>`,
      )}
    </select>
  </label>`;

const statesPage = (c: Context): Promise<Response> =>
  page(c, 200, (visit) => {
    const { words } = visit;
    const content = shown(visit);
    return {
      title: words.statesPage,
      head: html`<link rel="stylesheet" href="/assets/states.css" />
        <script type="module" src="/assets/states.js"></script>`,
      main: html`<h1>${words.statesPage}</h1>
        <p class="lead">${words.statesText}</p>
        ${(Object.keys(content) as StateName[]).map(
          (state) =>
            html`<section class="state" id="${state}">
              <div>
                <h2>${words.states[state].name}</h2>
                <p class="hint">${words.states[state].text}</p>
              </div>
              <div class="shown">${content[state]}</div>
            </section>`,
        )}`,
    };
  });

/** A badge whose script, of the state's name, keeps it from the visitor's clipboard: nothing else of the page may be. */
const stateFrame = (c: Context, state: 'copied' | 'press') =>
  frame(c, ({ words }) => ({
    title: words.states[state].name,
    head: html`<link rel="stylesheet" href="/assets/shop.css" />
      <link rel="stylesheet" href="/assets/states.css" />
      <script type="module" src="/assets/${state}.js"></script>
      <script type="module" src="/cdn/session-id-badge.js"></script>`,
    body: html`<body>
      <main class="framed"><session-id-badge feedback-duration="60000"></session-id-badge></main>
    </body>`,
  }));

/** The page of the badge's states, and the frames in it. */
export function statesRoutes(shop: Hono): void {
  shop.get('/states', statesPage);
  shop.get('/states/copied', (c) => stateFrame(c, 'copied'));
  shop.get('/states/press', (c) => stateFrame(c, 'press'));
}
