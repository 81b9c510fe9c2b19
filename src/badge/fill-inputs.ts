import { attempt } from '../session/attempt.js';
import type { SessionManager } from '../session/types.js';

const INPUTS = 'input[data-session-id]';

let isOn: true | undefined;

/**
 * From now on every `<input data-session-id>` of the document, also one that comes later, holds the current ID, so that a form
 * sends it by itself; nothing while there is none. For the page's first badge; no later one changes whose ID it is.
 */
export function fillInputs(manager: SessionManager): void {
  if (isOn) return;
  isOn = true;
  const fill = (input: Element) =>
    // The default, too, to which a form goes back when it is reset. An input for files takes no value.
    attempt(() => ((input as HTMLInputElement).defaultValue = (input as HTMLInputElement).value = manager.session?.id ?? ''));
  // A form's own methods are its inputs, where these have such names.
  const fillAll = (root: Element) => Element.prototype.querySelectorAll.call(root, INPUTS).forEach(fill);
  manager.subscribe(() => fillAll(document.documentElement));
  // Only what is new is looked through: on a busy page that is little.
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      for (const node of addedNodes.length ? addedNodes : [target]) {
        if (!(node instanceof Element)) continue;
        if (Element.prototype.matches.call(node, INPUTS)) fill(node);
        if (node != target) fillAll(node);
      }
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-session-id'] });
  fillAll(document.documentElement);
}
