import type { Texts } from '../info/texts.js';

/** Dutch: the spelling alphabet is the usual Dutch telephone alphabet. */
const nl: Texts = {
  explanation:
    'Deze ID staat voor je bezoek aan deze website. Geef hem door aan de helpdesk, dan kan die vinden wat er tijdens dit bezoek misging. De ID is willekeurig gemaakt en zegt niets over jou; als de website ook je IP-adres of account vastlegt, kan de ID daarmee wel in verband worden gebracht. Je krijgt een nieuwe als je uitlogt of cookies verwijdert.',
  spell: 'Spellen aan de telefoon',
  earlier: 'Tot zojuist was de ID:',
  preview: 'Dit wordt gekopieerd:',
  close: 'Sluiten',
  report: {
    started: 'Begin',
    now: 'Nu',
    page: 'Pagina',
    browser: 'Browser',
    viewport: 'Venster',
    language: 'Taal',
    online: 'Online',
    appVersion: 'Versie',
    persistence: 'Bewaard in',
    yes: 'ja',
    no: 'nee',
  },
  // prettier-ignore
  characters: {
    0: 'nul', 1: 'een', 2: 'twee', 3: 'drie', 4: 'vier', 5: 'vijf', 6: 'zes', 7: 'zeven', 8: 'acht', 9: 'negen',
    a: 'Anton', b: 'Bernard', c: 'Cornelis', d: 'Dirk', e: 'Eduard', f: 'Ferdinand', g: 'Gerard', h: 'Hendrik', i: 'Izaak',
    j: 'Johan', k: 'Karel', l: 'Lodewijk', m: 'Maria', n: 'Nico', o: 'Otto', p: 'Pieter', q: 'Quotiënt', r: 'Rudolf',
    s: 'Simon', t: 'Teunis', u: 'Utrecht', v: 'Victor', w: 'Willem', x: 'Xantippe', y: 'Ypsilon', z: 'Zaandam',
    '-': 'streepje', _: 'underscore',
  },
  capital: 'hoofdletter {letter}',
  separator: ', ',
};

export default nl;
