import { MESSAGE_SHOWN, MESSAGE_TYPE } from '../../records/index.js';
import { attempt } from '../../session/attempt.js';
import { patch } from '../../session/patch.js';
import { tellActivity } from '../activity.js';
import { attribute, describeElement, property, roleOf } from '../element.js';
import { INFO, WARN, type Emit } from '../record.js';
import { clip, textOf } from './text.js';

/** At most one look in so many ms, however much the page changes. */
const PAUSE = 300;

const MESSAGES = '[role^=alert i],dialog';

const isVisible = (element: Element) =>
  // Chrome 105, Firefox 106, Safari 17.4.
  Element.prototype.checkVisibility?.call(element) ?? Element.prototype.getClientRects.call(element).length > 0;

/** What tells one message of an element from the next: an alert's text but for its numbers, which count down; that a dialog is open. */
function messageOf(element: Element): { type: string; state: string; text: string } {
  const role = roleOf(element);
  const type = /^alert(dialog)?$/.test(role) ? role : 'dialog';
  const text = textOf(element);
  const isOpen = property(element, 'localName') == 'dialog' ? attribute(element, 'open') != null : text;
  const state = isOpen && isVisible(element) ? (type == 'alert' ? `:${text.replace(/\d+/g, '')}` : type) : '';
  return { type, state, text };
}

/**
 * Records what the page tells the customer: an alert or alert dialog (by `role`) that appears or says something else, a
 * `<dialog>` that opens, and `alert()`, `confirm()`, `prompt()`. What it says only where `text` is true: it can hold names. Each
 * appearance is one record. Not within shadow roots, which no observer of the document sees.
 */
export function recordMessages(emit: Emit, { text: withText }: { text: boolean }): () => void {
  let shown = new Map<Element, string>();
  let timer: ReturnType<typeof setTimeout>;
  const tell = (type: string, text: string, timestamp: number, element?: Element) =>
    emit({
      eventName: MESSAGE_SHOWN,
      severityNumber: type.includes('alert') ? WARN : INFO,
      timestamp,
      body: (withText && text) || undefined,
      attributes: { [MESSAGE_TYPE]: type, ...(element && describeElement(element)) },
    });
  const look = (timestamp: number) => {
    const before = shown;
    shown = new Map();
    for (const element of Document.prototype.querySelectorAll.call(document, MESSAGES))
      attempt(() => {
        const { type, state, text } = messageOf(element);
        if (state) shown.set(element, state);
        if (state && state != before.get(element)) tell(type, text, timestamp, element);
      });
  };
  // One look when the task that changed something is over, one after the pause; in between nothing is watched, so that fifty
  // thousand changes cost no more than one.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const appeared = Date.now();
    timer = setTimeout(() => {
      look(appeared);
      timer = setTimeout(watch, PAUSE);
    });
  });
  const watch = () => {
    look(Date.now());
    observer.observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['role', 'open', 'hidden', 'class', 'style'],
    });
  };
  watch();
  const ends = (['alert', 'confirm', 'prompt'] as const).map((name) =>
    patch(window as { [Key in typeof name]: (...args: unknown[]) => unknown }, name, (_, args, real) => {
      tellActivity();
      // Nothing else is made a string here: that is the page's code, and would run twice.
      tell(`window.${name}`, typeof args[0] == 'string' ? clip(args[0]) : '', Date.now());
      return real();
    }),
  );
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const end of ends) end();
  };
}
