import type { Kind } from './kind.ts';
import type { TroubleWhat, What } from './what.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { nl } from './words/nl.ts';

/** A time of day, such as `14:02`, and the day where that is to be named; empty where it is not. */
export interface Moment {
  readonly time: string;
  readonly day: string;
}

/** What a trouble is told with. What begins with a space is empty where there is nothing to say. */
export interface Telling {
  /** An address, a selector or a message; empty where it is not known. */
  readonly target: string;
  /** The type of a load, the role of an element, the name of a server; empty where it is none of these. */
  readonly thing: string;
  readonly status: number | null;
  readonly count: number;
  /** Such as ` on /checkout`. */
  readonly place: string;
  /** Such as ` three times`. */
  readonly times: string;
  /** Such as ` at 14:02`. */
  readonly when: string;
  /** Such as ` (up to 5 seconds)`. */
  readonly took: string;
}

/** All that a story is told with in one language. A missing key fails the type check. */
export interface Words {
  /** Of the language, for dates and numbers where no other one is asked for. */
  readonly locale: string;
  /** How many, in words up to twelve. */
  count(count: number): string;
  /** How often, with a space before it; empty for once. */
  times(count: number): string;
  at(moment: Moment): string;
  between(from: Moment, to: Moment): string;
  /** On a page, with a space before it; `path` is never empty. */
  place(path: string): string;
  /** In brackets, with a space before it; `isMost` where it took so long at most. */
  took(duration: string, isMost: boolean): string;
  /** Main clauses that begin with a small letter and have no full stop. */
  readonly troubles: Readonly<Record<TroubleWhat, (telling: Telling) => string>>;
  /** How many other things went wrong, 1 or more. */
  others(count: number): string;
  /** The customer copied the ID, after what is told before (`isAfter`), or at a time of its own. */
  copied(telling: { readonly place: string; readonly when: string; readonly isAfter: boolean }): string;
  /** Nothing went wrong. `pages` is how many were seen; `copied` the place, undefined where the ID was not copied. */
  quiet(telling: { readonly pages: number; readonly when: string; readonly copied: string | undefined }): string;
  /** There is not one record. */
  readonly empty: string;
  /** What a record tells of, as a title of a few words. */
  readonly what: Readonly<Record<What, string>>;
  /** Plural: they name what stands together. */
  readonly kinds: Readonly<Record<Kind, string>>;
}

/** The languages that a story can be told in. */
export type Language = 'en' | 'nl' | 'de';

/** The words of each language. */
export const WORDS: Readonly<Record<Language, Words>> = { en, nl, de };
