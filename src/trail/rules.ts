import { sessionIdTime } from '../session/session-id.js';

/** What may stand between groups of digits, in a form's body too. */
const GAP = '(?:[\\p{Zs}\\p{Pd}+]|%20)';
const DIGITS = '\\d(?:(?:[\\p{Zs}\\p{Pd}+()./]|%20){0,3}\\d)';
const GAPS = RegExp(`(${GAP}+)`, 'u');
/** Before a number: no part of a name, a version, a fraction or a date. */
const START = '(^|[^a-z\\d.,:/-]|[^\\d][.,:/-])';
/** As people, URLs, HTML and JSON write it. */
const AT = '(?:[@＠]|%(?:25)*40|&#(?:0*64|x40);|\\\\(?:u00|x)40|\\s?[([{]at[)\\]}]\\s?)';
const DOT = '(?:[.。．]|%2E|\\s?[([{]dot[)\\]}]\\s?)';
const WORD = '\\p{L}\\p{M}\\p{N}_';
const IS = '\\\\?["\']?\\s?(?:[:=]+>?|%3D|\\b(?:is|ist|est|es)\\b)[^\\S\\n]*';
const VALUE = '(?:\\\\?"[^"\\\\…]*|\'[^\'…]*|[^\\s"\'<>`&…]+)';

/** Files in whose names bundlers put hashes. */
export const ASSET = /\.(?:[cm]?[jt]sx?|css|map|wasm|woff2?|ttf|png|jpe?g|gif|svg|webp|avif|ico|vue|svelte)\b/i;

/** How often letters and digits take turns: rarely in names (`sha256` once), at every fourth character or so of what is random. */
export const turns = (run: string): number => run.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;

/** How often capitals and others do: in camel case at every third letter at most. */
const caseTurns = (run: string) => run.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;

const isRandom = (run: string) =>
  /[\da-f]{32}/i.test(run) ||
  (turns(run) > 0 && (/[a-z\d]{32}/i.test(run) || (run.length > 23 && turns(run) + caseTurns(run) > run.length / 3))) ||
  (turns(run) > 2 && (/[a-z\d]{17}/i.test(run) || (run.length > 16 && turns(run) > Math.max(3, run.length / 5))));

const isCard = (text: string) =>
  /^[2-6]\d{12,18}$/.test(text) &&
  [...text].reverse().reduce((sum, digit, i) => sum + (i % 2 ? (+digit * 2) % 9 || +digit : +digit), 0) % 10 == 0;

const isIban = (text: string) =>
  text.length > 14 &&
  [...(text.slice(4) + text.slice(0, 4))].reduce((rest, character) => +`${rest}${parseInt(character, 36)}` % 97, 0) == 1;

/** The longest rows of groups that `is` likes become `[name]`, wherever in the run they begin. */
const groups = (is: (text: string) => boolean, name: string) => (run: string) => {
  const parts = run.split(GAPS);
  for (let i = 0; i < parts.length; i += 2) {
    let text = '';
    let end = 0;
    for (let j = i; j < Math.min(i + 18, parts.length) && text.length < 35; j += 2) {
      // An ID of ours is no part of a number, however well one in a thousand looks like it.
      if (sessionIdTime(parts[j]!)) break;
      text += parts[j];
      if (is(text)) end = j + 1;
    }
    if (end) {
      parts.fill('', i, end)[i] = name;
      i = end - 1;
    }
  }
  return parts.join('');
};

/** Whether to mask what was found, or the text in its place. `before` and `after` are the 24 characters next to it. */
type Judge = (found: string, before: string, after: string) => unknown;

/**
 * The name of the mask, what to look at, and whether it is that. No pattern may take more than linear time, on whatever: either
 * its repetitions are bounded, or it always matches what it has walked over. No lookbehind: Safari has it since 16.4.
 */
export const RULES: readonly [name: string, what: RegExp, judge?: Judge][] = [
  // Whoever writes such a header out ends the line with it, or quotes it.
  ['secret', /((?:authorization|cookie)\\?["']?\s*[:=]\s*)(?:\\?"[^"\\\n]*|'[^'\n]*|[^\s"'…][^\n…]*)/gi],
  ['secret', /(\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi, (found) => /\d|[a-z][A-Z]|=/.test(found)],
  [
    'secret',
    RegExp(
      `((?:passw(?:or[dt]|d)|passphrase|\\bpass|pwd|wachtwoord|kennwort|mot de passe|contrase[nñ]a|senha|пароль|secret)(?:[ _-]?(?:key|hash))?${IS})${VALUE}`,
      'giu',
    ),
    (found, before) =>
      /\w\s+$/.test(before)
        ? /\d/.test(found)
        : !/^(?:null|undefined|true|false|none|required|missing|invalid|wrong|must|should|not|too)\b/.test(found),
  ],
  [
    'secret',
    RegExp(
      `((?:token|(?:api|access|private)[ _-]?key|credentials?|signature|jwt|session|\\bsid|\\bauth)(?:[ _.-]?(?:id|key))?${IS})(?![a-z_-]{0,40}(?:\\s[:=]|:\\s))${VALUE}`,
      'giu',
    ),
    (found) => found.length > 5 && /\d|[A-Z]{2}|[a-z][A-Z]|.{12}/.test(found) && !sessionIdTime(found.split(/\W/)[0]!),
  ],
  ['secret', /((?:\botp|\bpin|\bcv[vc]2?|\btan)\W{1,4})\d{3,}/gi],
  ['secret', /((?:c[oó]d|kod|код)[a-z]{0,4}(?:\W{1,4}|\s(?:is|ist|est|es)\W{1,2}))\d{6}(?:\d\d)?(?!\w)/gi],
  ['secret', /(code\W{1,4})(?=[\w/.-]{0,32}\d)(?=[A-Z\d_/.-]{0,32}[a-z])[\w/.-]{12,}/g],
  [
    'token',
    /\b(?:[prs]k_(?:live|test)_|sk-(?=[\w-]{0,40}\d)|gh[a-z]_|github_pat_|glpat-|xox[a-z]-|whsec_|A[KS]IA(?=[\dA-Z]{12})|AIza|ya29\.|SG\.|eyJ)[\w.+/-]{8,}=*/g,
  ],
  // Always matches what it has walked over: a search for the @ from each character on would be slow.
  [
    'email',
    RegExp(
      `(?:[${WORD}][${WORD}.+'’!$*~^|-]*|(?=@))(?:${AT}(?!\\dx\\.|\\d+\\.\\d+\\.\\d)(?:[${WORD}-]{1,63}${DOT}){1,8}\\p{L}[${WORD}-]{1,62})*`,
      'giu',
    ),
    (found) => /[^\p{L}\p{M}\p{N}_.+'’!$*~^|-]/u.test(found),
  ],
  ['id', /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi],
  ['iban', RegExp(`\\b[a-z]{2}\\d\\d(?:${GAP}?[a-z\\d]{4}){2,7}(?:${GAP}?[a-z\\d]{1,3}\\b)?`, 'giu'), groups(isIban, '[iban]')],
  [
    'ip',
    /(?:\b[\da-f]{1,4}:|::)(?:[\da-f]{0,4}:){0,7}(?:[\da-f]{1,4}(?:\.\d{1,3}){3}|[\da-f]{0,4})(?:%\w+)?/gi,
    (found, before, after) =>
      !/\w$/.test(before) &&
      !/^\w/.test(after) &&
      !/^::1?(?::\d*)?$/.test(found) &&
      (/::|\./.test(found) || /^(?:[^:]+:){7}[^:]+:?$|^(?:..:){5}..:?$/.test(found)),
  ],
  [
    'ip',
    /\d{1,3}(?:\.\d{1,3})+/g,
    (found, before, after) =>
      // Chrome/120.0.0.0 is all that browsers tell nowadays, and no address of anybody.
      /^(?!127\.|\d+\.0\.0\.0)(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)(?:\.|$)){4}$/.test(found) &&
      !/[\da-z.@]$|(?:version|release|build)\W{0,3}$/i.test(before) &&
      !/[A-Z][a-z]\w*\/$/.test(before) &&
      !/^(?:[a-z\d]|[-.](?:alpha|beta|rc|js|tgz|zip|jar|exe)\b)/.test(after),
  ],
  [
    'token',
    /[\w+/-]{17,}=*/g,
    (found, _, after) =>
      !/^[\w.-]*/.exec(after)![0].match(ASSET) &&
      (/(?:^|\/)[a-z]{3,}\b/.test(found) ? found.split('/') : [found]).some(isRandom),
  ],
  ['card', RegExp(`\\d(?:${GAP}?\\d){12,}`, 'gu'), groups(isCard, '[card]')],
  [
    'phone',
    RegExp(
      `${START}(?:(?:\\+|%2B|00)\\p{Zs}?\\(?(?=[1-9])${DIGITS}{7,14}|\\(?0(?!\\d[./-]\\d\\d?[./-](?:19|20)\\d\\d)(?=[1-9])${DIGITS}{7,10}|(?:1[ .-]|\\+)?(?:\\(\\d{2,5}\\)${GAP}?${DIGITS}{5,9}|\\d{3}[ .-]\\d{3,4}[ .-]\\d{4}))(?![a-z]{0,2}\\d)`,
      'giu',
    ),
  ],
  [
    'phone',
    RegExp(
      `((?:\\btel|phone|\\bmob|gsm|fax|whatsapp|telef|t[eé]l[eé]f|\\btlf|handy|móvil|телефон|電話|电话|手机|전화)[^\\d\\n\\]]{0,16})${DIGITS}{6,14}`,
      'giu',
    ),
  ],
  [
    'number',
    /((?:customer|client|klant|kunde|account|member|patient|user|bsn|ssn|konto|rekening|compte)[^\d\n\]]{0,12})\d{6,}/gi,
  ],
  [
    'number',
    /\d{9,}(?![a-z\d])|\b\d{3}-\d\d-\d{4}\b|\b\d{4}(?:\.\d{4}){3}\b/g,
    (found, before, after) =>
      // Seconds to nanoseconds since 1970, 2 ** 30, and where the integers of computers end.
      !/^(?:1(?:\d{3}){3,6}|(?:21474|4294967|9007199254)\d+|(\d)\1*)$/.test(found) &&
      !/[a-z\d]$|\d[.,]$|(?:size|length|bytes|total|heap|offset|limit|memory)[ :="]{0,4}$/i.test(before) &&
      !/^(?:\.\d|\s?(?:bytes?|[kmg]i?b|[mnµ]?s|px)\b)/i.test(after),
  ],
];
