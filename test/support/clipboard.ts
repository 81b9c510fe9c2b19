import type { Browser } from './browser.ts';
import type { Tab } from './tab.ts';

// On a page of its own, so that nothing on the page under test changes but that it is hidden for a moment.
const onTextarea = <Result>(browser: Browser, task: (tab: Tab) => Promise<Result>): Promise<Result> =>
  browser.aside(async (tab) => {
    await tab.evaluate(() => document.body.replaceChildren(document.createElement('textarea')));
    await tab.click('textarea');
    return task(tab);
  });

/** What is on the real clipboard, by real keys: pasted into a text field. Empty if there is no text. */
export function readClipboard(browser: Browser): Promise<string> {
  return onTextarea(browser, async (tab) => {
    await tab.press('Control+v');
    return tab.waitFor(() => document.querySelector('textarea')!.value, { timeout: 2000 }).catch(() => '');
  });
}

/** Puts something on the real clipboard, by real keys, so that a test can tell whether it has been replaced. */
export function fillClipboard(browser: Browser, text: string): Promise<void> {
  return onTextarea(browser, async (tab) => {
    await tab.type(text);
    await tab.press('Control+a');
    await tab.press('Control+c');
  });
}
