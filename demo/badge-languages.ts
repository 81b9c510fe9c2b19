import type { Language } from '../src/badge/words.ts';

/** The languages that the badge speaks, each by its own name. One that is missing fails the type check. */
export const badgeLanguages: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  pl: 'Polski',
  sv: 'Svenska',
  da: 'Dansk',
  cs: 'Čeština',
  tr: 'Türkçe',
  ru: 'Русский',
  uk: 'Українська',
  ja: '日本語',
  zh: '中文',
  ar: 'العربية',
  he: 'עברית',
};

/** Which way one of them is written. */
export const directionOf = (code: string): 'ltr' | 'rtl' => (/^(ar|he)$/.test(code) ? 'rtl' : 'ltr');
