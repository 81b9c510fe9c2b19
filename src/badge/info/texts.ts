/** What stands in a session ID and has a word of its own on the phone. */
export type Character =
  | ('0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9')
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z')
  | ('-' | '_');

/** The long texts of one language, loaded when they are needed. A missing or extra one fails the type check. */
export interface Texts {
  /** What the ID is, and what it is not. */
  readonly explanation: string;
  /** Opens the spelling. */
  readonly spell: string;
  /** Stands before the ID that this page had a moment ago. */
  readonly earlier: string;
  /** Stands above the report: what follows is what the button copies. */
  readonly preview: string;
  readonly close: string;
  /** What the lines of the report begin with. */
  readonly report: Readonly<
    Record<
      'started' | 'now' | 'page' | 'browser' | 'viewport' | 'language' | 'online' | 'appVersion' | 'persistence' | 'yes' | 'no',
      string
    >
  >;
  /** What to say on the phone for each character. */
  readonly characters: Readonly<Record<Character, string>>;
  /** The same for a capital letter, with `{letter}` where its word goes. */
  readonly capital: string;
  /** Stands between two of those words. */
  readonly separator: string;
}
