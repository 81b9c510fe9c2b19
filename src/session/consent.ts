import { forgetRecords } from './arbiter.js';
import { attempt } from './attempt.js';
import { readCookie, writeCookie } from './cookie.js';
import { areFactsStored, forgetFacts, saveFacts } from './facts.js';
import { NAME } from './hint.js';
import { sleep } from './sleep.js';
import type { SessionPersistence } from './types.js';

/** How late what another tab has said may be heard, in ms: hidden tabs of a busy browser take seconds. */
const LATE = 5_000;
/** How long other tabs have to hear that consent is withdrawn before the cookie goes, in ms. */
const NOTICE = 30;

/**
 * Takes out of the browser what is stored without consent, after telling the other tabs of the origin that it is
 * withdrawn, and where the session is kept from now on.
 */
export async function erase(name: string, to: SessionPersistence, domain?: string | null): Promise<void> {
  if (readCookie(name)[2] != null || areFactsStored()) {
    saveFacts('', true, { to, at: Date.now() });
    await sleep(NOTICE);
    writeCookie(name, '', domain);
    // For those who notice that it is gone before they hear why.
    await sleep(NOTICE);
    forgetFacts();
  }
  attempt(forgetRecords);
}

/** Waits until the tab that has said so has erased what was stored. */
export function untilErased(): Promise<void> {
  attempt(forgetRecords);
  return sleep(3 * NOTICE);
}

/** Where another tab has just said the session is to be kept, in the facts or, after those have gone, in the event that told of them. */
export function heardWithdrawn(json?: string | null): 'tab' | 'memory' | undefined {
  const { to, at } = attempt(() => JSON.parse(json ?? localStorage[NAME] ?? null)?.['']) ?? {};
  if (/^(tab|memory)$/.test(to) && Math.abs(Date.now() - at) < LATE) return to;
}
