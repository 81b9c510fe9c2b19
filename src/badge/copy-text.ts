import { within } from '../session/sleep.js';
import type { CopyOutcome } from './copy-outcome.js';

/** How long the clipboard, or a session that is being settled, may take, in ms. Some WebViews never answer. */
export const PATIENCE = 1000;

/** What is to be copied, and the ID in it. */
export interface Copied {
  readonly id: string;
  readonly text: string;
}

/**
 * Copies `ready`; without it, what `settling` answers, which rejects where there is no session. The first rung writes in
 * the caller's own task: Safari drops the click's permission at the first `await`. Where the clipboard is missing (plain
 * http), refuses (a frame without `allow`) or never answers, the older ways follow. `shown` shows the ID.
 */
export async function copyText(
  shown: () => Element,
  ready: Copied | undefined,
  settling: () => Promise<Copied>,
): Promise<CopyOutcome> {
  let reason: 'refused' | 'timeout' = 'refused';
  let method: 'clipboard' | 'copy-event' | 'selection' = 'copy-event';
  const settled = ready ? undefined : settling();
  // Of a Blob: Chrome before 114 takes no promise of a string.
  const blob = settled?.then(({ text }) => new Blob([text], { type: 'text/plain' }));
  // Where the clipboard refuses at once, nobody else hears of a session that never comes.
  blob?.catch(() => {});
  try {
    const write = blob
      ? navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
      : navigator.clipboard.writeText(ready!.text);
    const isWritten = await within(
      PATIENCE,
      write.then(() => true),
    );
    if (isWritten) method = 'clipboard';
    else reason = 'timeout';
  } catch {
    // Missing or refused: the older ways follow.
  }
  try {
    // No `await` where none is needed: still the click's own task where there is no clipboard at all.
    ready ??= await settled!;
  } catch {
    return { ok: false, reason: 'no-session', manual: false, id: null, text: '' };
  }
  const { id, text } = ready;
  if (method != 'clipboard' && !byCopyEvent(text)) {
    const selection = getSelection()!;
    const range = selection.rangeCount && selection.getRangeAt(0);
    selection.selectAllChildren(shown());
    method = 'selection';
    // What the customer's own keys copy is what is selected: the ID.
    if (!byCopyEvent(text)) return { ok: false, reason, manual: true, id, text: id };
    selection.removeAllRanges();
    if (range) selection.addRange(range);
  }
  return { ok: true, method, id, text };
}

/**
 * Answers the `copy` event of `execCommand` with the text: no hidden field, no focus or selection that moves. Judged by
 * whether the event came and took the text, since `execCommand` says true inside a modal and copies nothing.
 */
function byCopyEvent(text: string): boolean {
  let ran = false;
  const listener = (event: ClipboardEvent) => {
    event.clipboardData!.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    ran = true;
  };
  addEventListener('copy', listener, true);
  document.execCommand('copy');
  removeEventListener('copy', listener, true);
  return ran;
}
