/**
 * What a customer typed, said or misheard, and which session IDs may have been meant. Own IDs are told by their check symbol, so
 * mistakes in them can be undone: of two wrong characters one is tried, the other follows from it.
 */
import { ALPHABET, isSessionId, sessionIdTime, timesAlpha } from '../session/session-id.ts';

const LENGTH = 16;
/** Stands for what is no character of an ID. */
const UNREADABLE = '?';
/** Stands for a character to be found. */
const HOLE = '*';
const WHOLE = RegExp(`^[${ALPHABET}${HOLE}]{${LENGTH}}$`);
/** Characters. What is behind them in a pasted letter is not looked at. */
const LONGEST = 4000;
const FOREIGN = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-'];

const plain = (typed: string): string => typed.trim().slice(0, LONGEST).normalize('NFKC');

/** Without all that people put between characters; case and look-alikes are forgiven. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?*]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
    .replace(RegExp(`[^${ALPHABET}]`, 'gu'), UNREADABLE);

/** Of each line what stands behind its label, such as `Session ID: …` or `diagnostic_session=…`. */
const values = (text: string): string[] =>
  text
    .split(/[\n\r;]/)
    .map((line) => line.slice(Math.max(line.lastIndexOf(':'), line.lastIndexOf('=')) + 1))
    .filter((value) => fold(value));

/** The one word of a text that could be a foreign ID, whatever is around it. */
const onlyWord = (text: string): string => {
  const words = text.match(/[\w-]+/g);
  return words?.length == 1 ? words[0] : '';
};

/** Own IDs in a text, also in groups of characters: words next to each other that are one together. */
function ownIds(text: string): string[] {
  const words = text.split(/[\s:=,;/?|()<>[\]{}&]+/).map(fold);
  return words.flatMap((_, start) => {
    for (let end = start, id = ''; end < words.length && id.length < LENGTH;) {
      id += words[end++];
      if (sessionIdTime(id) != undefined) return [id];
    }
    return [];
  });
}

/** All IDs that stand in what was typed, the likeliest first: own ones in canonical form, foreign ones as they are. Never throws. */
export function readings(typed: string): string[] {
  const text = plain(typed);
  return [...new Set([...ownIds(text), ...values(text).map(onlyWord).filter(isSessionId)])];
}

/** The ID that was typed: an own one in canonical form, a foreign one as it is, or null where none is in it. Never throws. */
export const readTyped = (typed: string): string | null => readings(typed)[0] ?? null;

/** Where 3 to 15 characters were typed: the canonical start of an own ID. Six of them tell the second in which it began. */
export function prefixOf(typed: string): string | null {
  const start = fold(values(plain(typed))[0] ?? '');
  return start.length >= 3 && start.length < LENGTH && !start.includes(UNREADABLE) ? start : null;
}

/** Puts the one character into the hole with which the check symbol is right: Σ αⁱ·cᵢ = 0, and α³¹ = 1. */
function fill(word: string): string {
  const hole = word.indexOf(HOLE);
  let value = 0;
  for (const character of word) value = timesAlpha(value) ^ (character == HOLE ? 0 : ALPHABET.indexOf(character));
  for (let i = word.length - 1 - hole; i < 31; i++) value = timesAlpha(value);
  return word.replace(HOLE, ALPHABET[value] ?? '');
}

/** What was meant if one mistake was made: a wrong character, two swapped, one too many, one missing. */
function* undone(word: string): Generator<string> {
  for (let i = 0; i <= word.length; i++) {
    const [before, here, next, after] = [word.slice(0, i), word.charAt(i), word.charAt(i + 1), word.slice(i + 1)];
    if (here) yield before + HOLE + after;
    if (next) yield before + next + here + after.slice(1);
    if (here) yield before + after;
    yield before + HOLE + here + after;
  }
}

/** What becomes of a word when its holes, two at most, are filled so that the check symbol is right. Without a hole it may be wrong. */
function* filled(word: string): Generator<string> {
  if (!WHOLE.test(word)) return;
  const holes = word.split(HOLE).length - 1;
  if (!holes) yield word;
  else if (holes == 1) yield fill(word);
  else for (const character of ALPHABET) yield fill(word.replace(HOLE, character));
}

/** Words that are so many mistakes away, or fewer: all own IDs among them. */
function* ownNear(typed: string, distance: 1 | 2): Generator<string> {
  if (Math.abs(typed.length - LENGTH) > distance) return;
  let words = new Set([typed]);
  yield* filled(typed);
  for (let mistakes = 1; mistakes <= distance; mistakes++) {
    words = new Set([...words].flatMap((word) => [...undone(word)]));
    for (const word of words) yield* filled(word);
  }
}

/** Foreign IDs one mistake away, or in other case. */
function* foreignNear(typed: string): Generator<string> {
  if (typed.length < 7 || typed.length > 65) return;
  yield* [typed, typed.toLowerCase(), typed.toUpperCase()];
  for (const word of undone(typed)) {
    if (word.includes(HOLE)) for (const character of FOREIGN) yield word.replace(HOLE, character);
    else yield word;
  }
}

/**
 * IDs that may have been meant: own ones, the nearest first, with one mistake (a wrong character, a missing one, one too many, two
 * neighbours swapped), with `distance` 2 also with any two, if their time is from `earliest` to `latest` (ms since 1970); then
 * foreign ones with one mistake, or in other case. At most some 9,000. Never throws.
 */
export function candidates(
  typed: string,
  { earliest, latest, distance }: { readonly earliest: number; readonly latest: number; readonly distance: 1 | 2 },
): string[] {
  const value = values(plain(typed))[0] ?? '';
  const near = new Set<string>();
  for (const id of ownNear(fold(value), distance)) {
    const time = sessionIdTime(id);
    if (time != undefined && time >= earliest && time <= latest) near.add(id);
  }
  for (const id of foreignNear(onlyWord(value))) if (isSessionId(id) && sessionIdTime(id) == undefined) near.add(id);
  return [...near];
}
