/** The few words of the main job, in one language. A missing or extra one fails the type check. */
export type Words = readonly [
  /** Stands before the ID. */
  label: string,
  /** Name of the button. */
  copy: string,
  /** After a copy that worked. */
  copied: string,
  /** After one that did not. */
  failed: string,
  /** Where only the customer's own keys can copy: what to do. */
  press: string,
];

const en: Words = ['Session ID', 'Copy session ID', 'Copied', 'Not copied', 'Press Ctrl/⌘+C'];

const languages: Readonly<Record<string, Words>> = {
  en,
  nl: ['Sessie-ID', 'Sessie-ID kopiëren', 'Gekopieerd', 'Niet gekopieerd', 'Druk op Ctrl/⌘+C'],
};

/** The words in the language that the nearest `lang` around the element names, across shadow roots; English for any other. */
export function wordsFor(element: Element | undefined): Words {
  const nearest = element?.closest('[lang]');
  if (nearest) return languages[nearest.getAttribute('lang')!.slice(0, 2).toLowerCase()] ?? en;
  return element ? wordsFor((element.getRootNode() as Partial<ShadowRoot>).host) : en;
}
