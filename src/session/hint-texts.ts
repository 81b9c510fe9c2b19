/** What each hint tells a developer, by its code. The README's table of hints is made of it. */
export const hintTexts = {
  'cookie-name':
    'Use another name: this one carries logins (such as `PHPSESSID`), looks like one, or is not made of letters, digits, `.`, `_`, `-`, and the badge puts the value on the page. A name that has `diagnostic` in it is taken all the same.',
  cookie:
    'The browser let no cookie of that name be written: cookies are blocked, the page is in a cross-site frame, the domain is not yours, an HttpOnly cookie holds the name, or something deletes or spoils the cookie again and again: after three new sessions within a minute the badge keeps the last ID in memory until a page loads a minute later.',
  'session-id': 'Give 8 to 64 characters of `A-Z a-z 0-9 _ -`. Until then the badge shows no ID.',
  'max-duration': 'Give `30m`, `24h`, `90s`, `7d`, or ms. The default counts.',
  'inactivity-timeout': 'Give `30m`, `24h`, `90s`, `7d`, or ms. The default counts: never.',
  'first-value': 'Two badges of one page ask for different values; the first one counts.',
  persistence: 'Give `cookie`, `tab` or `memory`.',
  'signed-in': 'Give `true` or `false`, or leave it out.',
  'feedback-duration': 'Give 2000 to 60000 ms.',
  'copy-format': 'Give `id` or `report`.',
  'support-href': "Give an address with `{session-id}` in it: `https:`, `mailto:`, or on the page's own origin.",
  lang: 'The badge does not speak that language: give it `words` and `texts`.',
  words: "Your own words lack this one; that of the page's language stands in.",
  texts: "Your own texts lack this one; that of the page's language stands in.",
  info: "A file that explanation and report need did not come: `chunks/` and `locales/` belong beside the badge's own file. The ID can be copied all the same.",
  renew: 'Your own code owns this ID (`session-id` or `source`): renew it there.',
  baggage: 'The baggage of a request to a listed origin has 64 members or 8192 bytes without the ID: shorten it.',
  trail:
    "It is no http(s) address, this page's trail has another one already, or `chunks/trail.js` did not come: it belongs beside the badge's own file.",
  'trail-endpoint':
    'It cannot be reached, does not allow your origin by CORS, or answers that it takes no OTLP logs. Records wait for an hour where that can mend itself.',
  'trail-option': 'Give a number from 0 on. The default counts.',
  redact: 'Your hook has thrown: that record was dropped.',
  'logger-provider': 'Its loggers have thrown: that record was dropped.',
} as const;

/** Names a hint, for good: what stands in a console can be looked up in any later version. */
export type HintCode = keyof typeof hintTexts;

/** What the development build adds to a hint. The others say nothing here (vite.config.ts): every visitor loads them. */
export const explain = (code: HintCode): string => hintTexts[code] + '\n';
