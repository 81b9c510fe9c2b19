/** What is markup wherever it stands in GitHub's Markdown. */
const ANYWHERE = /[\\`*_~[\]<>|&#]/g;
/** What makes a list or a rule of the line that it begins: `-`, `+`, `=`, `1.`, `1)`. */
const AT_THE_BEGINNING = /^(\d*)([-+=.)])/;

/** The text as Markdown that shows just that text, whatever is in it, on one line. */
export const escapeMarkdown = (text: string): string =>
  text
    .trim()
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(ANYWHERE, '\\$&')
    .replace(AT_THE_BEGINNING, '$1\\$2');
