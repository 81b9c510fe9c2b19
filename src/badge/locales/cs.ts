import type { Texts } from '../info/texts.js';

/** Czech: the spelling alphabet is the usual Czech one of first names, where W is “double V”. */
const cs: Texts = {
  explanation:
    'Toto ID označuje vaši návštěvu tohoto webu. Sdělte ho podpoře, aby mohla zjistit, co se při této návštěvě pokazilo. Vzniká náhodně a nic o vás neříká; pokud ale web zaznamenává i vaši IP adresu nebo účet, lze je s tímto ID spojit. Nové ID dostanete, když se odhlásíte nebo smažete cookies.',
  spell: 'Hláskovat po telefonu',
  earlier: 'Ještě před chvílí bylo ID:',
  preview: 'Zkopíruje se toto:',
  close: 'Zavřít',
  report: {
    started: 'Začátek',
    now: 'Nyní',
    page: 'Stránka',
    browser: 'Prohlížeč',
    viewport: 'Okno',
    language: 'Jazyk',
    online: 'Online',
    appVersion: 'Verze',
    persistence: 'Uloženo v',
    yes: 'ano',
    no: 'ne',
  },
  // prettier-ignore
  characters: {
    0: 'nula', 1: 'jedna', 2: 'dva', 3: 'tři', 4: 'čtyři', 5: 'pět', 6: 'šest', 7: 'sedm', 8: 'osm', 9: 'devět',
    a: 'Adam', b: 'Božena', c: 'Cyril', d: 'David', e: 'Emil', f: 'František', g: 'Gustav', h: 'Helena', i: 'Ivan',
    j: 'Josef', k: 'Karel', l: 'Ludvík', m: 'Marie', n: 'Norbert', o: 'Oto', p: 'Petr', q: 'Quido', r: 'Rudolf',
    s: 'Svatopluk', t: 'Tomáš', u: 'Urban', v: 'Václav', w: 'Dvojité V', x: 'Xaver', y: 'Ypsilon', z: 'Zuzana',
    '-': 'pomlčka', _: 'podtržítko',
  },
  capital: 'velké písmeno {letter}',
  separator: ', ',
};

export default cs;
