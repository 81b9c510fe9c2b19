import type { CopyOutcome } from './copy-outcome.js';

/** How long the clipboard, or a session that is being settled, may take, in ms. Some WebViews never answer. */
const PATIENCE = 1000;

/** Rejects once that time is up. */
export const timeout = (): Promise<never> => new Promise((_, reject) => setTimeout(reject, PATIENCE, 'timeout'));

/**
 * Copies the ID that `shown` shows; without one, the ID that is being settled. The first rung writes in the caller's own
 * task: Safari drops the click's permission at the first `await`. Where the clipboard is missing (plain http), refuses (a
 * frame without `allow`) or never answers, the older ways follow.
 */
export async function copyText(shown: Element, id: string | undefined, settling: () => Promise<string>): Promise<CopyOutcome> {
  let reason: 'refused' | 'timeout' = 'refused';
  let method: 'clipboard' | 'copy-event' | 'selection' = 'clipboard';
  const settled = id ? undefined : settling();
  // Of a Blob: Chrome before 114 takes no promise of a string.
  const blob = settled?.then((text) => new Blob([text], { type: 'text/plain' }));
  // Where the clipboard refuses at once, nobody else hears of a session that never comes.
  blob?.catch(() => {});
  try {
    const write = blob
      ? navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
      : navigator.clipboard.writeText(id!);
    await Promise.race([write, timeout()]);
  } catch (error) {
    if (error == 'timeout') reason = 'timeout';
    method = 'copy-event';
  }
  try {
    // No `await` where none is needed: still the click's own task where there is no clipboard at all.
    id ??= await settled!;
  } catch {
    return { ok: false, reason: 'no-session', manual: false, id: null, text: '' };
  }
  if (method != 'clipboard' && !byCopyEvent(id)) {
    const selection = getSelection()!;
    const range = selection.rangeCount && selection.getRangeAt(0);
    selection.selectAllChildren(shown);
    method = 'selection';
    if (!byCopyEvent(id)) return { ok: false, reason, manual: true, id, text: id };
    selection.removeAllRanges();
    if (range) selection.addRange(range);
  }
  return { ok: true, method, id, text: id };
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
