import type { Language } from '../words.js';
import type { Texts } from './texts.js';

// Each named, so that every bundler finds it.
const files: Readonly<Record<Language, () => Promise<{ default: Texts }>>> = {
  en: () => import('../locales/en.js'),
  nl: () => import('../locales/nl.js'),
  de: () => import('../locales/de.js'),
  fr: () => import('../locales/fr.js'),
  es: () => import('../locales/es.js'),
  it: () => import('../locales/it.js'),
  pt: () => import('../locales/pt.js'),
  pl: () => import('../locales/pl.js'),
  sv: () => import('../locales/sv.js'),
  da: () => import('../locales/da.js'),
  cs: () => import('../locales/cs.js'),
  tr: () => import('../locales/tr.js'),
  ru: () => import('../locales/ru.js'),
  uk: () => import('../locales/uk.js'),
  ja: () => import('../locales/ja.js'),
  zh: () => import('../locales/zh.js'),
  ar: () => import('../locales/ar.js'),
  he: () => import('../locales/he.js'),
};

/** The long texts of a language; the same object each time. */
export const loadTexts = async (language: Language): Promise<Texts> => (await files[language]()).default;
