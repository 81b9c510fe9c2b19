import type { TestRunnerPlugin } from '@web/test-runner';
import type { KeyInput, Page } from 'puppeteer-core';
import type { WebKitWindow } from '../webkit/window.ts';
import type { WebKitLauncher } from '../webkit/launcher.ts';

/** A real tab beside the one that the tests run in. Its own process, no opener, the same cookies. */
interface Tab {
  evaluate(script: string): Promise<unknown>;
  front(): Promise<unknown>;
  close(): Promise<void>;
}

/** What of @web/test-runner-chrome's launcher is used here. */
interface PuppeteerLauncher {
  type: 'puppeteer';
  getPage(sessionId: string): Page;
}

interface Session {
  id: string;
  browser: PuppeteerLauncher | WebKitLauncher;
}

const tabOfPage = (page: Page): Tab => ({
  evaluate: (script) => page.evaluate(script),
  front: () => page.bringToFront(),
  close: () => page.close(),
});

const tabOfWindow = (window: WebKitWindow): Tab => ({
  evaluate: (script) => window.evaluate('(script) => (0, eval)(script)', script),
  front: () => window.front(),
  close: () => window.close(),
});

const mainTab = ({ id, browser }: Session): Tab =>
  browser.type == 'puppeteer' ? tabOfPage(browser.getPage(id)) : tabOfWindow(browser.main);

async function openTab({ id, browser }: Session, url: string): Promise<Tab> {
  if (browser.type == 'webdriver') {
    const window = await browser.openWindow();
    await window.goto(url);
    return tabOfWindow(window);
  }
  const page = await browser.getPage(id).browserContext().newPage();
  await page.goto(url);
  return tabOfPage(page);
}

async function pressChord({ id, browser }: Session, keys: string[]): Promise<void> {
  if (browser.type == 'webdriver') return browser.main.press(keys);
  const { keyboard } = browser.getPage(id);
  for (const key of keys) await keyboard.down(key as KeyInput);
  for (const key of keys.toReversed()) await keyboard.up(key as KeyInput);
}

const tabs = new Map<number, Tab>();
let lastTab = 0;

interface TabPayload {
  open?: string;
  tab?: number;
  evaluate?: string;
  front?: true;
  close?: true;
}

const commands = {
  chord: pressChord,
  async tab(session: Session, { open, tab: number, evaluate, front, close }: TabPayload): Promise<unknown> {
    if (open) {
      const tab = await openTab(session, open);
      tabs.set(++lastTab, tab);
      // The tests' own tab stays in front until they ask for another one.
      const opened = lastTab;
      await mainTab(session).front();
      return opened;
    }
    const tab = number == undefined ? mainTab(session) : tabs.get(number);
    if (!tab) throw new Error(`there is no tab ${number}`);
    if (evaluate) return tab.evaluate(evaluate);
    if (front) return tab.front();
    if (close && number != undefined) {
      tabs.delete(number);
      await tab.close();
      return mainTab(session).front();
    }
    throw new Error('tab: say open, evaluate, front or close');
  },
};

/**
 * Two commands more for `executeServerCommand`, in every engine:
 *
 *   executeServerCommand('chord', ['Control', 'v'])             real keys, pressed together
 *   executeServerCommand('tab', { open: url })                  the number of a new tab, which is not in front
 *   executeServerCommand('tab', { tab, evaluate: 'a script' })  what the script's last expression gives;
 *                                                              false if nothing
 *   executeServerCommand('tab', { tab, front: true })           without `tab` the one that the tests run in
 *   executeServerCommand('tab', { tab, close: true })
 */
export const extraCommands: TestRunnerPlugin = {
  name: 'extra-commands',
  async executeCommand({ command, payload, session }) {
    // `undefined` and `null` would mean that the command is unknown.
    if (!(command in commands)) return undefined;
    const run = commands[command as keyof typeof commands] as (session: Session, payload: unknown) => Promise<unknown>;
    return (await run(session as unknown as Session, payload)) ?? false;
  },
};
