import { mask } from './mask.js';
import { maskPath } from './safe-url.js';

/** What a URL ends with that is not of it: where in the script, and the punctuation of the sentence. */
const TAIL = /(?::\d{1,6}){0,2}[)\]}'.,;:!*]{0,8}$/;

/** With a scheme or a host name, then its rest; or what begins like a path, after what comes before paths. */
const URLS =
  /(\b(?:[a-z][\w+.-]{1,20}:\\?\/\\?\/|[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,10}(?::\d+)?(?=\/)))([^\s"<>`]*)|(^|[\s"'`(=,>[{:])(\.{0,2}\/[^\s"<>`?#()|^]*(?:[?#][\w%@][^\s"<>`]*)?)|[?&#][\w%.[\]-]{1,64}=[^\s"<>`]*/gi;

/** Their rest is content, or an ID. */
const OPAQUE = /\b(data:(?=[\w.+-]{0,64}[/;,])|blob:(?=\w))[^\s"'<>`)]*/gi;

function maskUrl(all: string, scheme: string | undefined, rest: string | undefined, before = '', path = ''): string {
  const [tail] = TAIL.exec(all.slice(-32))!;
  const [, authority, where] = /^([^/\\?#]*)([^?#]*)/.exec(all.slice((scheme ?? before).length, all.length - tail.length))!;
  return rest == undefined && !path
    ? tail
    : scheme
      ? scheme + authority!.replace(/.*@/, '') + maskPath(where!) + tail
      : before + authority + maskPath(where!) + tail;
}

/** Cuts at `max` characters; a word that is torn, and numbers before it, may be half of something personal, and go with the rest. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = max - 1;
  // No e-mail address and no number is longer. What is left of a longer token is still known as one.
  const least = end - 320;
  while (end > least && /[^\s"'<>,;{}]/.test(text[end] ?? '')) end--;
  while (end > least && /[\s\d+().-]/.test(text[end - 1] ?? '')) end--;
  return text.slice(0, Math.max(0, end)) + '…';
}

/**
 * Masks personal data in any text: e-mail addresses, phone, card and account numbers (IBAN), IP addresses, tokens, passwords, UUIDs
 * and long numbers become `[email]`, `[phone]`, `[card]`, `[iban]`, `[ip]`, `[token]`, `[secret]`, `[id]`, `[number]`; URLs lose
 * credentials, query and fragment, and in their paths `{id}`, `{email}` and their like take the place of what looks so. Own session
 * IDs stay, except in URLs. Numbers stay that have fewer than nine digits, a unit, or are times since 1970.
 *
 * Names, postal addresses and dates of birth cannot be known by their looks, and stay: do not put them into messages.
 *
 * Cut at `max` characters, default 2,048, before it is looked at; then ends with `…`. What is masked already stays as it is.
 */
export function scrub(text: string, max = 2048): string {
  // Twice: a number right behind another may be taken for its last digits.
  return cut(mask(mask(cut(text, max).replace(OPAQUE, '$1').replace(URLS, maskUrl))), max);
}
