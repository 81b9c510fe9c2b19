import { clock } from './clock.ts';

/** How many events are kept. */
const MOST = 50;

/** What the frame sends of an event of its badge's. */
interface Told {
  readonly type: string;
  readonly detail: unknown;
}

function item({ type, detail }: Told): HTMLLIElement {
  const line = document.createElement('li');
  const texts = { time: clock(Date.now()), b: type, code: JSON.stringify(detail) };
  for (const [name, text] of Object.entries(texts)) {
    line.appendChild(document.createElement(name)).textContent = text;
    line.append(' ');
  }
  return line;
}

/** Lists what the badge in the frame tells, the newest first. */
export function keepPlaygroundLog(frame: HTMLIFrameElement, list: HTMLElement): void {
  addEventListener('message', ({ source, origin, data }) => {
    if (source != frame.contentWindow || origin != location.origin) return;
    list.prepend(item(data));
    while (list.childElementCount > MOST) list.lastElementChild!.remove();
  });
}
