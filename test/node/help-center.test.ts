/** The help centre's pages: one for each language of the badge, as the generator writes it, and fit to be given to customers. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import type { Texts } from '../../src/badge/info/texts.js';
import type { Language, Words } from '../../src/badge/words.js';
import { escapeMarkdown } from '../../tools/help-center/escape-markdown.ts';
import { importBundled } from '../support/bundle.ts';

const root = path.join(import.meta.dirname, '../..');
const GENERATOR = 'tools/help-center/generate.ts';
/** What a customer reads before giving up. */
const MOST_WORDS = 300;
/** `6fgje00123456782`, as it is spelled. */
const SPELLED = ['6fgj', 'e001', '2345', '6782'];

const namesIn = (folder: string, ending: string) =>
  globSync(`${folder}/*${ending}`, { cwd: root }).map((file) => path.basename(file, ending));
const languages = namesIn('src/badge/locales', '.ts').sort() as Language[];

const pageOf = (language: string) => readFileSync(path.join(root, 'docs/help-center', `${language}.md`), 'utf8');
const textsOf = async (language: Language) =>
  ((await import(`../../src/badge/locales/${language}.ts`)) as { default: Texts }).default;

let wordsOf: (language: Language) => Words;
before(async () => {
  ({ wordsOf } = (await importBundled(path.join(root, 'src/badge/words.ts'))) as { wordsOf: typeof wordsOf });
});

test('every language of the badge has a page, and no other has one', () => {
  assert.ok(languages.length >= 18);
  assert.deepEqual(namesIn('docs/help-center', '.md').sort(), languages);
});

test('each page is what the generator writes', () => {
  const { status, stderr } = spawnSync(process.execPath, [GENERATOR, '--check'], { cwd: root, encoding: 'utf8' });
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

for (const language of languages) {
  test(`the page in ${language} says what the badge says, in few words`, async () => {
    const page = pageOf(language);
    const { explanation, spell, characters, separator } = await textsOf(language);
    const { label, copy, copied, failed, press, info, support } = wordsOf(language);
    for (const text of [explanation, spell, label, copy, copied, failed, press, info, support]) {
      assert.ok(page.includes(text), `"${text}" is missing`);
    }
    for (const group of SPELLED) {
      const spelled = [...group].map((character) => characters[character as keyof typeof characters]).join(separator);
      assert.ok(page.includes(`\`${group}\` ${spelled}\n`), `"${spelled}" is missing`);
    }
    assert.doesNotMatch(page, /[{}]|undefined/);

    const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(page)];
    const words = segments.filter(({ isWordLike }) => isWordLike).length;
    assert.ok(words <= MOST_WORDS, `${words} words`);
  });
}

test('pages that are read from the right say so', () => {
  const isFromRight = (language: string) => /^<div dir="rtl" lang="(ar|he)">\n\n# [^]*\n\n<\/div>\n$/.test(pageOf(language));
  assert.deepEqual(languages.filter(isFromRight), ['ar', 'he']);
});

test('what would be Markdown in a text is shown as it is', () => {
  assert.equal(
    escapeMarkdown(' *a* _b_ [c](d)\n<i> `e` &amp; ~f~ # '),
    '\\*a\\* \\_b\\_ \\[c\\](d) \\<i\\> \\`e\\` \\&amp; \\~f\\~ \\#',
  );
  assert.deepEqual(['- a', '1. a', '2) a', '+ a', 'a-b 1.'].map(escapeMarkdown), [
    '\\- a',
    '1\\. a',
    '2\\) a',
    '\\+ a',
    'a-b 1.',
  ]);
});
