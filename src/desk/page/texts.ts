import type { Language } from '../story/words.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { nl } from './texts/nl.ts';

/** All that the page says beside the story, in one language. A missing key fails the type check. */
export interface Texts {
  /** Of the language itself. */
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly loading: string;
  readonly cancel: string;
  readonly retry: string;
  readonly unreachable: string;
  readonly failed: (message: string) => string;

  readonly search: {
    readonly heading: string;
    readonly label: string;
    readonly button: string;
    readonly hint: string;
  };
  readonly signIn: {
    readonly heading: string;
    readonly text: string;
    readonly token: string;
    readonly button: string;
    readonly wrong: string;
    readonly tooMany: string;
    readonly leave: string;
  };
  readonly missing: {
    readonly expired: string;
    readonly expiredText: (ago: string, kept: string) => string;
    readonly unknown: string;
    readonly unknownText: (ago: string | undefined) => string;
    readonly noId: string;
    readonly noIdText: string;
    readonly didYouMean: string;
    readonly meant: (typed: string) => string;
    readonly began: (ago: string) => string;
    readonly how: { readonly exact: string; readonly similar: string; readonly prefix: string };
  };
  readonly notice: { readonly similar: (typed: string) => string; readonly prefix: (typed: string) => string };
  readonly facts: {
    readonly began: string;
    readonly lasted: string;
    readonly browser: string;
    readonly release: string;
    readonly pages: string;
    readonly records: string;
    readonly problems: string;
    readonly more: (count: number) => string;
  };
  readonly actions: {
    readonly copyId: string;
    readonly copied: string;
    readonly follow: string;
    readonly followLost: string;
    readonly arrived: (count: number) => string;
    readonly exportAs: (format: string) => string;
    readonly erase: string;
  };
  readonly erase: {
    readonly heading: string;
    readonly text: (records: string) => string;
    readonly button: string;
    readonly done: string;
    readonly doneText: (count: number) => string;
  };
  readonly timeline: {
    readonly heading: string;
    readonly help: string;
    /** What the picture shows, for those who do not see it. `counts` are such as `Pages 5`. */
    readonly text: (from: string, to: string, counts: string) => string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly zoomReset: string;
    readonly together: (count: number, problems: number) => string;
    readonly levels: { readonly fine: string; readonly warning: string; readonly error: string };
  };
  readonly list: {
    readonly heading: string;
    readonly text: string;
    readonly kinds: string;
    readonly problems: string;
    readonly shown: (shown: number, all: number) => string;
    readonly clear: string;
    readonly none: string;
    readonly more: (count: number) => string;
    readonly earlier: (count: number) => string;
  };
  readonly details: {
    readonly attributes: string;
    readonly resource: string;
    readonly body: string;
    readonly stack: string;
    readonly record: string;
    readonly copyJson: string;
    readonly event: string;
    readonly time: string;
    readonly received: string;
    readonly severity: string;
    readonly scope: string;
    readonly trace: string;
  };
  readonly footer: {
    readonly zone: (zone: string) => string;
    readonly kept: (span: string) => string;
    readonly withoutSession: (count: number) => string;
  };
}

/** The texts of each language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en, nl, de };
