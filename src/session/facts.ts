import { attempt } from './attempt.js';
import { NAME } from './hint.js';
import type { SessionPersistence, SessionReason } from './types.js';

/**
 * What must outlive a page, and is worth nothing without the cookie. Kept in localStorage under one fixed key, by the
 * name of the cookie, and overwritten at each renewal, without the ID itself, so that no dead ID stays in any storage.
 * All times in ms since 1970.
 */
export interface Facts {
  /** The last four characters of the ID that `reason`, `at` and `active` are about: enough to recognise it, too little to be it. */
  tag?: string;
  /** Why that session began; not there for one that this package did not begin. */
  reason?: SessionReason;
  /** When it began or, if it did not begin here, was first seen. */
  at?: number;
  /** When the customer was last active in it: at its beginning and, where inactivity ends sessions, later. */
  active?: number;
  /** Whether the customer was signed in, by the host's word or its `auth-cookie`, when last looked at. */
  signedIn?: boolean;
  /** When sessions of the last minute began because the cookie was gone or spoilt. */
  resets?: number[];
  /** Where the session is kept from `at` on: a message to the other tabs, under no name, gone a moment later. */
  to?: SessionPersistence;
}

type AllFacts = Readonly<Record<string, Facts | undefined>>;

let all: AllFacts = {};

/** The facts; this page's own where storage is empty or blocked: losing them rotates nothing. */
export function readFacts(name: string): Facts {
  return (all = attempt(() => JSON.parse(localStorage[NAME] ?? null)) ?? all)[name] ?? {};
}

/**
 * Why and when a session began and when it was last used, if that is known. Anybody on the origin can write to the
 * storage, so nothing in it is taken unchecked.
 */
export function factsAbout(name: string, id?: string): readonly [reason?: SessionReason, at?: number, active?: number] {
  const { tag, reason, at, active } = readFacts(name);
  return tag == id?.slice(-4) && at! > 0 ? [/^[a-z-]+$/.test(reason!) ? reason : undefined, at, active] : [];
}

/** When, within the minute before `now`, sessions began because the cookie was gone or spoilt, in any tab of the origin. */
export function resetsBefore(name: string, now: number): number[] {
  return attempt(() => readFacts(name).resets?.filter((at) => at <= now && at > now - 6e4)) ?? [];
}

/** Adds to the facts; with an ID, they are about that session from now on. Stored only with the customer's consent. */
export function saveFacts(name: string, consent: boolean, more: Facts, id?: string): void {
  const facts = { ...readFacts(name), ...more };
  if (id) facts.tag = id.slice(-4);
  all = { ...all, [name]: facts };
  if (consent) attempt(() => (localStorage[NAME] = JSON.stringify(all)));
}

/** Takes the facts out of the storage. What this page knows it goes on knowing. */
export function forgetFacts(): void {
  all = { ...all, '': undefined };
  attempt(() => localStorage.removeItem(NAME));
}

/** Whether anything is stored. */
export const areFactsStored = (): unknown => attempt(() => localStorage[NAME]);
