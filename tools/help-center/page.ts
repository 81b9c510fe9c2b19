import { loadTexts } from '../../src/badge/info/load-texts.js';
import { spell } from '../../src/badge/info/spelling.js';
import { wordsOf, type Language } from '../../src/badge/words.js';
import { directionOf } from '../../demo/badge-languages.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { SENTENCES } from './sentences.ts';

/** An own ID, as in the README. */
const EXAMPLE = '6fgje00123456782';

const groups = EXAMPLE.match(/.{4}/g)!;

/** Puts names and texts of the badge where a sentence has `{name}`. Throws for a name that it does not have. */
function fill(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const text = names[name];
    if (text == undefined) throw new Error(`nothing for ${placeholder} in "${sentence}"`);
    return text;
  });
}

/** The page that explains the ID to customers, in Markdown. */
async function pageOf(language: Language): Promise<string> {
  const texts = await loadTexts(language);
  const names = { ...wordsOf(language), spell: texts.spell };
  const say = (sentence: string): string => escapeMarkdown(fill(sentence, names));

  const { title, where, place, change, press, paste, notCopied, support, phone } = SENTENCES[language];
  const page = [
    `# ${say(title)}`,
    say(texts.explanation),
    `## ${say(where)}`,
    say(place),
    `\`${groups.join(' ')}\``,
    say(change),
    `## ${say(names.copy)}`,
    `1. ${say(press)}\n2. ${say(paste)}`,
    say(notCopied),
    say(support),
    `## ${say(texts.spell)}`,
    say(phone),
    spell(EXAMPLE, texts)
      .map((line, i) => `- \`${groups[i]}\` ${escapeMarkdown(line)}`)
      .join('\n'),
  ];
  // The blank lines around it let GitHub go on reading Markdown inside of the element.
  const framed = directionOf(language) == 'rtl' ? [`<div dir="rtl" lang="${language}">`, ...page, '</div>'] : page;
  return framed.join('\n\n') + '\n';
}

const languages = Object.keys(SENTENCES) as Language[];

/** The pages by the names of their files. */
export const PAGES: ReadonlyMap<string, string> = new Map(
  await Promise.all(languages.map(async (language) => [`${language}.md`, await pageOf(language)] as const)),
);
