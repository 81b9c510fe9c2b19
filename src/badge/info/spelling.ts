import type { Character, Texts } from './texts.js';

/** How to say an ID on the phone, a line for each group of four: `seven, Kilo, three, Mike`. */
export function spell(id: string, { characters, capital, separator }: Texts): string[] {
  const words = [...id].map((character) => {
    const word = characters[character.toLowerCase() as Character];
    return /[A-Z]/.test(character) ? capital.replace('{letter}', word) : word;
  });
  return id.match(/.{1,4}/g)!.map((group, i) => words.slice(4 * i, 4 * i + group.length).join(separator));
}
