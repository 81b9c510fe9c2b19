import { CLICK_RAGE, COUNT } from '../../records/index.js';
import { describeElement, matches } from '../element.js';
import { WARN, type Source } from '../record.js';
import { clickableOf, pathOf } from './clicked.js';
import { listen } from './listen.js';

/** PostHog's and Datadog's measure: three, each within a second and 30 CSS px of the one before. */
const FEWEST = 3;
const PAUSE = 1000;
const DISTANCE = 30;

/** Made to be clicked again and again, or clicked to select. */
const REPEATED = 'input,textarea,select,canvas,video,audio,[contenteditable],[role=spinbutton],[role=slider]';

/**
 * Records three and more clicks in quick succession at one place, once, when a second has passed without one more. Not those
 * that select text, nor in fields, nor by keys or scripts. A page's own stepper or carousel looks the same: what a click does is not asked.
 */
export const recordRageClicks: Source = (emit) => {
  let last: MouseEvent | undefined;
  let count = 0;
  let timestamp = 0;
  let attributes = {};
  let timer: ReturnType<typeof setTimeout>;
  const tell = () => {
    clearTimeout(timer);
    if (count >= FEWEST && getSelection()?.isCollapsed != false)
      emit({ eventName: CLICK_RAGE, severityNumber: WARN, timestamp, attributes: { ...attributes, [COUNT]: count } });
    count = 0;
    last = undefined;
  };
  const onClick = (event: MouseEvent) => {
    const path = pathOf(event);
    if (!event.detail || !path[0] || path.some((element) => matches(element, REPEATED))) return;
    const isNear =
      last &&
      event.timeStamp - last.timeStamp <= PAUSE &&
      Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) <= DISTANCE;
    if (!isNear) tell();
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
    last = event;
    // While it is there: what answers the last click may take it away.
    if (!count++) timestamp = Date.now();
    if (count == FEWEST) attributes = describeElement(clickableOf(path) ?? path[0]);
  };
  const ends = [
    listen(window, 'click', onClick),
    // Who is angry leaves.
    listen(window, 'visibilitychange', tell),
  ];
  return () => {
    clearTimeout(timer);
    ends.forEach((end) => end());
  };
};
