/** Control characters, and those that turn the direction of all text after them. Emoji and Persian need the other invisible ones. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\s]+/gu;

/** In one line of at most so many characters, default 80, and with nothing that could change how the words around it look. */
export function clip(text: string, most = 80): string {
  // Not all of a megabyte: a line of it is wanted.
  const line = text
    .slice(0, 4 * most)
    .replace(UNSEEN, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}
