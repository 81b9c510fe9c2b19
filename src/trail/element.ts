import { ELEMENT_ROLE, ELEMENT_SELECTOR } from '../records/index.js';
import { attempt } from '../session/attempt.js';

/** A property as the browser has it. A form's `id` is its input of that name, and a page can put anything upon its elements. */
export const property = <Name extends keyof Element>(element: Element, name: Name): Element[Name] =>
  Reflect.get(Element.prototype, name, element);

/** An attribute, also of a form with an input named `getAttribute`. */
export const attribute = (element: Element, name: string): string | null => Element.prototype.getAttribute.call(element, name);

/** Whether the selector, which every target browser must know, finds it. */
export const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);

/** Where the role is not the tag's name, as it is for `button`, `dialog`, `form`. */
const ROLES: { [tag: string]: string } = { summary: 'button', select: 'combobox', textarea: 'textbox', nav: 'navigation' };
const INPUT_ROLES: [types: RegExp, role: string][] = [
  [/^(button|submit|reset|image)$/, 'button'],
  [/^(text|email|tel|url|password)$/, 'textbox'],
  [/number/, 'spinbutton'],
  [/range/, 'slider'],
  [/search/, 'searchbox'],
];

/** The first word of `role`, else the role of the tag, else the tag. */
export function roleOf(element: Element): string {
  const tag = property(element, 'localName').slice(0, 60);
  const explicit = /^\s*([a-z]{2,20})(?!\S)/i.exec(attribute(element, 'role') ?? '')?.[1];
  if (explicit) return explicit.toLowerCase();
  if (tag == 'a' && attribute(element, 'href') != null) return 'link';
  if (tag != 'input') return (Object.hasOwn(ROLES, tag) && ROLES[tag]) || tag;
  // A custom name space can have an `input` of its own.
  const type: string = attempt(() => Reflect.get(HTMLInputElement.prototype, 'type', element)) ?? tag;
  return INPUT_ROLES.find(([types]) => types.test(type))?.[1] ?? type;
}

/**
 * An ID that somebody has thought of: with long numbers, `a1b2` and their like it could name a person or an order, and
 * frameworks make some anew on each page, such as React's `:r1:`.
 */
const isNamed = (id: string) => /^[a-z]([:.]?[\w-]){0,40}$/i.test(id) && !/\d{3}|\d[a-z]+\d|[^\W_]{24}/i.test(id);

const MOST_LEVELS = 5;
const MOST_SIBLINGS = 100;

/** How many of its tag stand on that side of it; NaN in a crowd. */
function countOf(element: Element, side: 'previousElementSibling' | 'nextElementSibling'): number {
  let count = 0;
  let steps = 0;
  for (let at = property(element, side); at; at = property(at, side)) {
    if (steps++ == MOST_SIBLINGS) return NaN;
    if (property(at, 'localName') == property(element, 'localName')) count++;
  }
  return count;
}

function selectorOf(element: Element): string {
  let selector = '';
  let joint = '';
  let at: Element | undefined = element;
  for (let level = 0; at && level < MOST_LEVELS; level++) {
    const id: string = property(at, 'id');
    const isKnown = isNamed(id);
    const before = isKnown ? NaN : countOf(at, 'previousElementSibling');
    const place = before || (before == 0 && countOf(at, 'nextElementSibling') != 0) ? `:nth-of-type(${before + 1})` : '';
    selector = (isKnown ? `#${CSS.escape(id)}` : CSS.escape(property(at, 'localName').slice(0, 60)) + place) + joint + selector;
    const parent: Node | null = isKnown ? Element.prototype.getRootNode.call(at) : property(at, 'parentNode');
    joint = parent instanceof ShadowRoot ? ' >> ' : ' > ';
    at = parent instanceof ShadowRoot ? parent.host : !isKnown && parent instanceof Element ? parent : undefined;
  }
  return selector;
}

/**
 * Which element it is, without a word of what it holds: its ARIA role, and a CSS selector from the nearest ID on, of at most 5
 * levels. ` >> ` leads into a shadow root. Empty strings where it cannot be told; never throws.
 */
export function describeElement(element: Element): { [ELEMENT_ROLE]: string; [ELEMENT_SELECTOR]: string } {
  return {
    [ELEMENT_ROLE]: attempt(() => roleOf(element)) ?? '',
    [ELEMENT_SELECTOR]: attempt(() => selectorOf(element)) ?? '',
  };
}
