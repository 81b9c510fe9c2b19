/** Whether the browser lets a page write to the clipboard: not on plain http, but for this machine. */
export const canCopy = (): boolean => !!navigator.clipboard;

/** Resolves to whether it is on the clipboard. Call it in a click. */
export const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
