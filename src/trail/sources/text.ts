import { matches } from '../element.js';

const MOST_CHARACTERS = 300;
const MOST_NODES = 1000;

/** Not to be read, or written by the customer. */
const SKIPPED = 'script,style,template,noscript,textarea,select,[contenteditable],[hidden]';

/** On one line, and no longer than 300 characters. */
export const clip = (text: string): string =>
  text
    // A megabyte of it is not searched for spaces.
    .slice(0, 4 * MOST_CHARACTERS)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS);

/** What the element says, without what was typed into it; of a large one, its beginning. */
export function textOf(element: Element): string {
  if (matches(element, SKIPPED)) return '';
  let text = '';
  let nodes = 0;
  const walker = Document.prototype.createTreeWalker.call(
    document,
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => (node instanceof Element && matches(node, SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  );
  while (nodes++ < MOST_NODES && text.length < MOST_CHARACTERS && walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text) text = clip(`${text} ${currentNode.data.slice(0, 4 * MOST_CHARACTERS)}`);
  }
  return text;
}
