import type { Texts } from '../info/texts.js';

/** English: the spelling alphabet is that of ICAO and ITU. */
const en: Texts = {
  explanation:
    'This ID stands for your visit to this website. Give it to support, and they can find what went wrong in this visit. It is made at random and says nothing about you; where the website also logs your IP address or account, the two can be brought together. You get a new one when you log out or delete cookies.',
  spell: 'Spell it on the phone',
  earlier: 'Until a moment ago the ID was:',
  preview: 'This is what will be copied:',
  close: 'Close',
  report: {
    started: 'Started',
    now: 'Now',
    page: 'Page',
    browser: 'Browser',
    viewport: 'Window',
    language: 'Language',
    online: 'Online',
    appVersion: 'Version',
    persistence: 'Kept in',
    yes: 'yes',
    no: 'no',
  },
  // prettier-ignore
  characters: {
    0: 'zero', 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine',
    a: 'Alfa', b: 'Bravo', c: 'Charlie', d: 'Delta', e: 'Echo', f: 'Foxtrot', g: 'Golf', h: 'Hotel', i: 'India',
    j: 'Juliett', k: 'Kilo', l: 'Lima', m: 'Mike', n: 'November', o: 'Oscar', p: 'Papa', q: 'Quebec', r: 'Romeo',
    s: 'Sierra', t: 'Tango', u: 'Uniform', v: 'Victor', w: 'Whiskey', x: 'X-ray', y: 'Yankee', z: 'Zulu',
    '-': 'hyphen', _: 'underscore',
  },
  capital: 'capital {letter}',
  separator: ', ',
};

export default en;
