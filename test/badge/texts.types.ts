/** Checked by `tsc`, never run: a language that lacks a text, or has one too many, does not pass. */
import type { Texts, Words } from '../../src/index.js';
import en from '../../src/badge/locales/en.js';

const words: Words = { label: '', copy: '', copied: '', failed: '', press: '', info: '', support: '' };
const withoutLabel = words as Omit<Words, 'label'>;
const withoutExplanation = en as Omit<Texts, 'explanation'>;
const withoutQ = en.characters as Omit<Texts['characters'], 'q'>;

export const checked: [Words[], Texts[]] = [
  [
    words,
    // @ts-expect-error A missing word.
    withoutLabel,
    // @ts-expect-error One too many.
    { ...words, hello: '' },
  ],
  [
    en,
    // @ts-expect-error A missing text.
    withoutExplanation,
    // @ts-expect-error A character that nobody could say.
    { ...en, characters: withoutQ },
    // @ts-expect-error One too many.
    { ...en, hello: '' },
  ],
];
