import { PATHNAME } from './cookie-jar.ts';
import type { Page } from './page.ts';
import { privateArea, storageOver } from './storage.ts';

/** What script of a page may tell its tester. */
export interface Witness {
  /** Writes a cookie, by `document.cookie`. */
  wrote(text: string): void;
  said(level: 'error' | 'warn', text: string): void;
}

/** The browser globals of a page: those that the engine uses, no more. */
export function globalsOf(page: Page, witness: Witness): object {
  const { origin, process, cookies } = page;
  const target = {
    addEventListener: page.listen.bind(page),
    removeEventListener: () => {
      throw new Error('not in the model yet');
    },
  };
  const say =
    (level: 'error' | 'warn') =>
    (...words: unknown[]) =>
      witness.said(level, words.map(String).join(' '));
  return {
    ...target,
    document: {
      ...target,
      get cookie() {
        return cookies.text;
      },
      set cookie(text: string) {
        witness.wrote(text);
        cookies.write(text);
      },
      get hidden() {
        return page.hidden;
      },
      get visibilityState() {
        return page.hidden ? 'hidden' : 'visible';
      },
      prerendering: false,
    },
    location: { protocol: origin.mode == 'secure' ? 'https:' : 'http:', pathname: PATHNAME },
    navigator: origin.mode == 'secure' ? { locks: { request: origin.locks.request.bind(origin.locks, process) } } : {},
    ...(origin.mode == 'secure' && {
      cookieStore: {
        getAll: (name: string) => cookies.getAll(name),
        addEventListener: (type: string, listener: () => void) => page.listen('cookie ' + type, listener),
      },
    }),
    ...(origin.mode != 'bare' && { indexedDB: origin.databases.factoryFor(process) }),
    localStorage: storageOver(page.local),
    sessionStorage: storageOver(privateArea(page.session)),
    performance: { timeOrigin: page.timeOrigin, now: () => page.age },
    crypto: { getRandomValues: (bytes: Uint8Array) => origin.fillRandom(bytes) },
    console: { error: say('error'), warn: say('warn') },
    setTimeout: (work: () => void, delay = 0) => page.setTimer(work, delay, false),
    setInterval: (work: () => void, delay = 0) => page.setTimer(work, delay, true),
    clearTimeout: (id: number) => page.clearTimer(id),
    clearInterval: (id: number) => page.clearTimer(id),
  };
}
