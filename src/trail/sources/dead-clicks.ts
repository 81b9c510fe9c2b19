import { CLICK_DEAD } from '../../records/index.js';
import { attempt } from '../../session/attempt.js';
import { onActivity, tellActivity } from '../activity.js';
import { attribute, describeElement, matches, property } from '../element.js';
import { WARN, type Emit } from '../record.js';
import { clickableOf, pathOf } from './clicked.js';

/** What a click can bring about beside changes of the document. Clicks move the focus before they are clicks. */
const ANSWERS =
  'input change submit reset invalid toggle play pause volumechange seeking copy cut scroll focus blur visibilitychange pagehide fullscreenchange beforeprint selectionchange';

const where = (href = location.href) => href.replace(/#$/, '');

/**
 * Whether the browser itself goes somewhere, or stays for a reason: a link on the path that nobody holds back, or that leads to
 * where the customer is already.
 */
function isGoing(path: Element[], event: Event): boolean {
  const link = path.find((element) => matches(element, 'a[href],area[href]'));
  const href = link && attribute(link, 'href')!;
  if (href == undefined || /^\s*(#\s*$|javascript:)/i.test(href)) return false;
  return !event.defaultPrevented || where(new URL(href, document.baseURI).href) == where();
}

/** Watches for an answer from the press on: some menus open before the click. The first answer ends it. */
function watch(element: Element, event: Event, patience: number) {
  const path = pathOf(event);
  const roots = event.composedPath().filter((at) => at instanceof Document || at instanceof ShadowRoot);
  const ended = new AbortController();
  const { signal } = ended;
  const end = () => ended.abort();
  let isPressed = true;
  const observer = new MutationObserver((records) => {
    const isAnswer = ({ target }: MutationRecord) =>
      property(target as Element, 'nodeName').toLowerCase() != 'session-id-badge' &&
      // Held down, an element shows that, by a class or a ripple.
      !(isPressed && Node.prototype.contains.call(element, target));
    if (attempt(() => records.some(isAnswer))) end();
  });
  for (const root of roots) observer.observe(root, { childList: true, attributes: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    element,
    end,
    click(event: Event, dead: () => void): void {
      isPressed = false;
      if (signal.aborted) return;
      const href = where();
      const timer = setTimeout(() => {
        end();
        if (where() == href && !attempt(() => isGoing(path, event))) dead();
      }, patience);
      const endActivity = onActivity(end);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        endActivity();
      });
      // A press puts the caret where it was: no answer, unless something is selected.
      const answer = ({ type }: Event) => (type == 'selectionchange' && getSelection()?.isCollapsed) || end();
      for (const root of [window, ...roots])
        for (const type of ANSWERS.split(' ')) root.addEventListener(type, answer, { capture: true, passive: true, signal });
    },
  };
}

/**
 * Records a click, by pointer, key or script, on something that presents itself as clickable, where nothing follows within
 * `patience`, in ms: no change of the document or of the open shadow roots around it, no navigation, request, focus, scrolling, input,
 * dialog or medium. A page that changes all the time, such as by a clock, has none. What leaves no trace in the
 * page looks dead: a change in another element's shadow root, text put on the clipboard without a word of it.
 */
export function recordDeadClicks(emit: Emit, patience = 1000): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let press: ReturnType<typeof watch> | undefined;
  const begin = (event: Event) => {
    const element = clickableOf(pathOf(event));
    return element && watch(element, event, patience);
  };
  const onPress = (event: Event) => {
    press?.end();
    press = attempt(() => begin(event));
  };
  const onClick = (event: MouseEvent) =>
    attempt(() => {
      // A script that clicks answers the click before, such as by that on a hidden file input.
      if (!event.isTrusted) tellActivity();
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const pressed = press;
      press = undefined;
      const element = clickableOf(pathOf(event));
      // Keys and scripts click without a press: `detail` is 0.
      const isPressed = event.detail && element && pressed?.element == element;
      if (!isPressed) pressed?.end();
      const watched = isPressed ? pressed : begin(event);
      if (!watched) return;
      const timestamp = Date.now();
      const attributes = describeElement(watched.element);
      watched.click(event, () => {
        if (!signal.aborted) emit({ eventName: CLICK_DEAD, severityNumber: WARN, timestamp, attributes });
      });
    });
  addEventListener('pointerdown', onPress, { capture: true, passive: true, signal });
  addEventListener('click', onClick, { capture: true, passive: true, signal });
  return () => {
    stopped.abort();
    press?.end();
  };
}
