import type { TestRunnerPlugin } from '@web/test-runner';
import type { KeyInput, Page } from 'puppeteer-core';
import type { WebKitLauncher } from '../webkit/launcher.ts';

/** What of @web/test-runner-chrome's launcher is used here. */
interface PuppeteerLauncher {
  type: 'puppeteer';
  getPage(sessionId: string): Page;
}

interface Session {
  id: string;
  browser: PuppeteerLauncher | WebKitLauncher;
}

async function pressChord({ id, browser }: Session, keys: string[]): Promise<void> {
  if (browser.type == 'webdriver') return browser.main.press(keys);
  const { keyboard } = browser.getPage(id);
  for (const key of keys) await keyboard.down(key as KeyInput);
  for (const key of keys.toReversed()) await keyboard.up(key as KeyInput);
}

/** One command more for `executeServerCommand`, in every engine: `chord`, `['Control', 'v']`: real keys, pressed together. */
export const extraCommands: TestRunnerPlugin = {
  name: 'extra-commands',
  async executeCommand({ command, payload, session }) {
    // `undefined` means that the command is unknown.
    if (command != 'chord') return undefined;
    await pressChord(session as unknown as Session, payload as string[]);
    return true;
  },
};
