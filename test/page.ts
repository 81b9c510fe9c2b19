/** What unit and component tests share: cookies of their own, changes to wait for, and the console to listen to. */
import type { SessionChange, SessionManager } from '../src/session/index.js';

let count = 0;

// What the test file before left behind. Browsers keep at most 180 cookies or so for a host, then drop some at will.
for (const pair of document.cookie.split('; ')) document.cookie = `${pair.split('=')[0]}=; Path=/; Max-Age=0`;
clearFacts();

/** A cookie name that no other test of the page uses: managers live as long as the page, and watch theirs. */
export const freshName = (): string => `diagnostic_test_${++count}`;

export const cookieValue = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

export function setCookie(name: string, value: string, attributes = 'Path=/'): void {
  document.cookie = `${name}=${value}; ${attributes}`;
}

export const dropCookie = (name: string, path = '/'): void => setCookie(name, '', `Path=${path}; Max-Age=0`);

/** Clears what tests leave behind; the cookies of live managers stay, or they would begin new sessions. */
export function clearFacts(): void {
  localStorage.clear();
  sessionStorage.clear();
}

/** The changes that a manager tells, from now on and the last one; `next()` waits for one more. */
export function changesOf(manager: SessionManager): SessionChange[] & { next(): Promise<SessionChange> } {
  const waiting: ((change: SessionChange) => void)[] = [];
  const changes = Object.assign([] as SessionChange[], {
    read: 0,
    next(): Promise<SessionChange> {
      const at = changes.read++;
      return new Promise((resolve) => {
        if (changes[at]) resolve(changes[at]);
        else waiting.push(resolve);
      });
    },
  });
  manager.onChange((change) => {
    changes.push(change);
    waiting.shift()?.(change);
  });
  return changes;
}

/** Records what goes to the console while the work runs. */
export async function consoleDuring(level: 'error' | 'warn', work: () => unknown): Promise<string[]> {
  const real = console[level];
  const said: string[] = [];
  console[level] = (...parts: unknown[]) => said.push(parts.map(String).join(' '));
  try {
    await work();
  } finally {
    console[level] = real;
  }
  return said;
}

/** Of a hint, what all builds say; the explanation and the link come after it. */
export const firstLine = (said: string): string => said.split('\n')[0]!;

/** Waits until something holds, for at most so many ms. */
export async function until(holds: () => unknown, what: string, timeout = 5000): Promise<void> {
  for (const end = Date.now() + timeout; !holds();) {
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
