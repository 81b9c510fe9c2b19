import { attempt } from './attempt.js';
import { NAME } from './hint.js';
import type { SessionReason } from './types.js';

/**
 * What must outlive a page, and is worth nothing without the cookie. Kept in localStorage under one fixed key and
 * overwritten at each renewal, without the ID itself, so that no dead ID stays in any storage.
 */
export interface Facts {
  /** The last four characters of the ID that the rest is about: enough to recognise it, too little to be it. */
  tag?: string;
  /** Why that session began; not there for one that this package did not begin. */
  reason?: SessionReason;
  /** When it began or, if it did not begin here, was first seen, in ms since 1970. */
  at?: number;
  /** Whether the customer was signed in, by the host's word or its `auth-cookie`, when last looked at. */
  signedIn?: boolean;
}

let facts: Facts = {};

/** The facts; this page's own where storage is empty or blocked: losing them rotates nothing. */
export function readFacts(): Facts {
  return (facts = attempt(() => JSON.parse(localStorage[NAME])) ?? facts);
}

/** Why and when a session began, if that is known. Anybody on the origin can write to the storage, so nothing in it is taken unchecked. */
export function factsAbout(id?: string): readonly [reason?: SessionReason, at?: number] {
  const { tag, reason, at } = readFacts();
  return tag == id?.slice(-4) && at! > 0 ? [/^[a-z-]+$/.test(reason!) ? reason : undefined, at] : [];
}

/** Adds to the facts; with an ID, they are about that session from now on. */
export function saveFacts(more: Facts, id?: string): void {
  facts = { ...readFacts(), ...more };
  if (id) facts.tag = id.slice(-4);
  attempt(() => (localStorage[NAME] = JSON.stringify(facts)));
}
