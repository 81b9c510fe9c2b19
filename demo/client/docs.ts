import type { SessionIdBadge } from '../../src/index.ts';
import { keepPlaygroundLog } from './playground-log.ts';

/** What a badge follows at any time. Whatever else there is, now or later, is shown in a fresh document, which is never wrong. */
const LIVE = /^(signed-in|lang|copy-format|support-href|app-version|feedback-duration)$/;

type Control = HTMLInputElement | HTMLSelectElement;

const part = <Found extends HTMLElement>(selector: string) => document.querySelector<Found>(selector)!;
const controlsIn = (selector: string) => [...part(selector).querySelectorAll<Control>('input, select')];

const form = part<HTMLFormElement>('.playground');
const frame = part<HTMLIFrameElement>('.stage iframe');
const markup = part('#markup');
const attributes = controlsIn('#attributes');
const properties = controlsIn('#properties');

/** What is asked for of the badge: those that are neither absent nor refused. */
const wanted = (): string[][] =>
  attributes.filter(({ value, validity }) => value && validity.valid).map(({ name, value }) => [name, value]);
const wantedAtStart = (): string => String(new URLSearchParams(wanted().filter(([name]) => !LIVE.test(name!))));
const setting = (name: string): string => (form.elements.namedItem(name) as HTMLSelectElement).value;

/** The frame's, while it has one. */
const badgeInFrame = () => frame.contentDocument?.querySelector<SessionIdBadge>('session-id-badge');

/** What the frame's document was asked for. */
let asked: string | undefined;

/** Shows in the frame's document what can be shown without another one. */
function showLive(): void {
  frame.classList.toggle('narrow', setting('width') == 'narrow');
  const badge = badgeInFrame();
  if (!badge) return;
  const { body } = badge.ownerDocument;
  body.dataset.theme = setting('theme');
  body.dir = setting('direction');
  for (const { name, value } of properties) body.style.setProperty(name, value);

  const values = new Map(wanted() as [string, string][]);
  for (const { name } of attributes.filter((control) => LIVE.test(control.name))) {
    const value = values.get(name);
    if (value == null) badge.removeAttribute(name);
    else if (value != badge.getAttribute(name)) badge.setAttribute(name, value);
  }
  markup.textContent = htmlOf(badge);
}

/** Of the badge that is there, in the browser's own words: it knows what to escape. */
function htmlOf(badge: SessionIdBadge): string {
  const { style } = badge.ownerDocument.body;
  // `<`: or a value could end the style sheet.
  const rules = [...style].map((name) => `  ${name}: ${style.getPropertyValue(name).trim().replaceAll('<', '\\3c ')};\n`);
  return [
    ...(rules.length ? [`<style>\n  ${badge.localName} {\n  ${rules.join('  ')}  }\n</style>`] : []),
    // An attribute a line. Within a value there is no `="`.
    badge.outerHTML.replaceAll(/ (?=[^\s"]+=")/g, '\n  '),
  ].join('\n');
}

/** Asks for another document where this one cannot show what is wanted. In its place: Back leads to the page before this one. */
function showAll(): void {
  showLive();
  const next = wantedAtStart();
  if (next == asked) return;
  asked = next;
  const query = { badge: String(new URLSearchParams(wanted())), theme: setting('theme'), direction: setting('direction') };
  frame.contentWindow!.location.replace(`/docs/badge?${new URLSearchParams(query)}`);
}

// Not at each letter: half an address is none, and the badge would say so.
form.addEventListener('change', ({ target }) => {
  (target as Control).reportValidity();
  showAll();
});
form.addEventListener('submit', (event) => event.preventDefault());
// What has been changed while it loaded.
frame.addEventListener('load', showLive);
keepPlaygroundLog(frame, part('.told ol'));
showAll();

part('#playground-log-out').addEventListener('click', () => badgeInFrame()?.manager?.renew('logout'));
part('#playground-renew').addEventListener('click', () => badgeInFrame()?.manager?.renew());
part('#playground-delete').addEventListener('click', () => {
  const badge = badgeInFrame();
  if (!badge) return;
  const { cookie, cookieDomain } = badge;
  document.cookie = `${cookie}=; Max-Age=0; Path=/${cookieDomain ? `; Domain=${cookieDomain}` : ''}`;
});

part('#copy-markup').addEventListener('click', () => {
  // What is selected can be copied on plain http, too, and by the visitor's own keys.
  getSelection()!.selectAllChildren(markup);
  const status = part('.stage [role=status]');
  status.textContent = document.execCommand('copy') ? status.dataset.copied! : status.dataset.selected!;
});
