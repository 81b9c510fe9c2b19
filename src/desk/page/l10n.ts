import { WORDS, type Language, type Words } from '../story/words.ts';
import { makeFormat, type Format } from './format.ts';
import { TEXTS, type Texts } from './texts.ts';

/** Where the choice of the reader is remembered, in localStorage. */
const KEY = 'session-desk-language';

/** Everything that depends on who reads. */
export interface L10n {
  readonly language: Language;
  /** Such as `en-US`: how the reader writes dates and numbers. */
  readonly locale: string;
  /** Such as `Europe/Amsterdam`. */
  readonly timeZone: string;
  readonly words: Words;
  readonly texts: Texts;
  readonly format: Format;
}

/** The languages that the page speaks. */
export const LANGUAGES = Object.keys(WORDS) as readonly Language[];

const isLanguage = (text: string | null | undefined): text is Language => LANGUAGES.includes(text as Language);

/** In that language; dates as the browser's own locale of it has them. */
export function l10nFor(language: Language): L10n {
  const words = WORDS[language];
  const locale = navigator.languages.find((tag) => tag.split('-')[0] == language && tag.includes('-')) ?? words.locale;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { language, locale, timeZone, words, texts: TEXTS[language], format: makeFormat(locale, timeZone, words) };
}

/** In the language that was chosen before, else the first of the browser's that there is, else English. */
export function preferredL10n(): L10n {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // Storage is blocked: the browser's languages it is.
  }
  const known = navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage);
  return l10nFor(isLanguage(chosen) ? chosen : (known ?? 'en'));
}

/** Remembers the choice for the next visit, where that can be. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // It holds for this page.
  }
}
