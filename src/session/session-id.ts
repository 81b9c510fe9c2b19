/**
 * The session ID: 16 characters of Crockford's base32 in lower case. Six tell the second in which the session began,
 * nine are 45 random bits, the last is a check symbol. See https://www.crockford.com/base32.html for the alphabet.
 */
export const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 2020-01-01T00:00:00Z, in seconds since 1970. Six characters of seconds from here last until 2054. */
const EPOCH = 1577836800;

/** Multiplies by α = 2 in GF(32) with the polynomial x⁵+x⁴+x³+x²+1. */
export const timesAlpha = (value: number): number => (value << 1) ^ (value & 16 ? 61 : 0);

/** Reads characters as the coefficients of a polynomial, by Horner's rule. */
const evaluate = (characters: string, times = timesAlpha): number =>
  [...characters].reduce((sum, character) => times(sum) ^ ALPHABET.indexOf(character), 0);

const OWN = RegExp(`^[${ALPHABET}]{16}$`);
/** What was asked for last: it is the same ID for every request of a page. */
let lastId: string | undefined;
let lastTime: number | undefined;

/** Makes a new ID that says it began at `now` (ms since 1970). The random part comes from `crypto.getRandomValues`. */
export function mintSessionId(now: number): string {
  const seconds = now / 1000 - EPOCH;
  let id = '';
  crypto.getRandomValues(new Uint8Array(15)).forEach((byte, i) => {
    id += ALPHABET[(i < 6 ? seconds >> (25 - 5 * i) : byte) & 31];
  });
  return id + ALPHABET[evaluate(id + 0)];
}

/**
 * When the session of an own ID began, in ms since 1970. Undefined for any other text, whose characters mean nothing to
 * us: an own ID has the right length and alphabet, and Σ αⁱ·cᵢ = 0 over GF(32), i = 0 for the last character. That sum
 * is never 0 where one character is wrong or two have changed places.
 */
export function sessionIdTime(id: string): number | undefined {
  if (id != lastId) {
    lastId = id;
    lastTime = OWN.test(id) && !evaluate(id) ? (evaluate(id.slice(0, 6), (sum) => sum << 5) + EPOCH) * 1000 : undefined;
  }
  return lastTime;
}

/**
 * Whether the value may be shown, copied, logged and sent as a session ID: one of ours, or a foreign one (a server's,
 * another SDK's) of 8 to 64 characters from `A-Z a-z 0-9 _ -`. What a broken script writes, such as `undefined`, is none.
 */
export function isSessionId(id: unknown): id is string {
  return typeof id == 'string' && /^(?!undefined$)[\w-]{8,64}$/.test(id);
}
