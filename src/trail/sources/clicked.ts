import { attribute, matches, property, roleOf } from '../element.js';

const CLICKABLE = /^(button|link|menuitem\w*|tab|checkbox|switch|option)$/;

/**
 * What answers a click in a way that the page does not see (a list that drops down, a file dialog, pixels), has nothing to
 * answer (the tab that is open), or does not say it would.
 */
const APART =
  'input:not([type=button],[type=submit],[type=reset],[type=image]),select,textarea,label,canvas,video,audio,' +
  '[contenteditable],:disabled,[aria-disabled=true],[aria-selected=true],[aria-current]:not([aria-current=false])';

const hasHand = (element: Element) => getComputedStyle(element).cursor.endsWith('pointer');

/** The elements of an event's path, through open shadow roots, the innermost first; none where it passes our own element. */
export function pathOf(event: Event): Element[] {
  const path = event.composedPath().filter((at) => at instanceof Element);
  return path.some((at) => property(at, 'localName') == 'session-id-badge') ? [] : path;
}

/** The element on the path that looks as if it answers a click: by its role, an `onclick`, or the pointer over it. */
export function clickableOf(path: Element[]): Element | undefined {
  const at = path.findIndex((element) => CLICKABLE.test(roleOf(element)) || attribute(element, 'onclick') != null);
  const found = path[at];
  // Not the body, whose `onclick` counts clicks, and whose `cursor: pointer` wakes Safari on iOS up.
  const isOwn = found && !matches(found, 'body,html');
  const isApart = (isOwn ? path.slice(0, at + 1) : path).some((element) => matches(element, APART));
  if (isApart) return undefined;
  return isOwn ? found : path[0] && hasHand(path[0]) && !hasHand(document.body) ? path[0] : undefined;
}
