import { Clock } from './clock.ts';
import { CookieJar } from './cookie-jar.ts';
import { Databases } from './indexed-db.ts';
import { Locks } from './locks.ts';
import { Noise } from './noise.ts';
import { Replicated } from './replica.ts';

/** What the browser has: Web Locks, `cookieStore` and IndexedDB; IndexedDB alone; or none of them. */
export type Mode = 'secure' | 'plain http' | 'bare';

/** All that the tabs of one origin share. */
export class Origin {
  readonly mode: Mode;
  /** Whether a cookie that is written again as it was is told as a change, as WebKit does. */
  readonly tellsRepeats: boolean;
  readonly clock = new Clock();
  readonly cookies = new CookieJar(this.clock);
  readonly local = new Replicated(this.clock);
  readonly locks = new Locks();
  readonly databases = new Databases();
  readonly #choices: readonly number[];
  readonly #random: Noise;
  #count = 0;

  constructor(mode: Mode, tellsRepeats: boolean, choices: readonly number[]) {
    this.mode = mode;
    this.tellsRepeats = tellsRepeats;
    this.#choices = choices;
    this.#random = new Noise([1], 0);
  }

  /** The choices that one page's delays are. */
  noise(): Noise {
    return new Noise(this.#choices, ++this.#count);
  }

  fillRandom(bytes: Uint8Array): Uint8Array {
    return bytes.map((_, i) => (bytes[i] = this.#random.below(256)));
  }
}
