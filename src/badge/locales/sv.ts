import type { Texts } from '../info/texts.js';

/** Swedish: the spelling alphabet is the usual Swedish one of first names. */
const sv: Texts = {
  explanation:
    'Det här ID:t står för ditt besök på den här webbplatsen. Uppge det för supporten så kan de ta reda på vad som gick fel under besöket. Det skapas slumpmässigt och säger ingenting om dig, men om webbplatsen också loggar din IP-adress eller ditt konto går det att koppla ihop dem med ID:t. Du får ett nytt när du loggar ut eller raderar cookies.',
  spell: 'Bokstavera i telefon',
  earlier: 'Tills alldeles nyss var ditt ID:',
  preview: 'Det här kopieras:',
  close: 'Stäng',
  report: {
    started: 'Start',
    now: 'Nu',
    page: 'Sida',
    browser: 'Webbläsare',
    viewport: 'Fönster',
    language: 'Språk',
    online: 'Online',
    appVersion: 'Version',
    persistence: 'Sparat i',
    yes: 'ja',
    no: 'nej',
  },
  // prettier-ignore
  characters: {
    0: 'noll', 1: 'ett', 2: 'två', 3: 'tre', 4: 'fyra', 5: 'fem', 6: 'sex', 7: 'sju', 8: 'åtta', 9: 'nio',
    a: 'Adam', b: 'Bertil', c: 'Cesar', d: 'David', e: 'Erik', f: 'Filip', g: 'Gustav', h: 'Helge', i: 'Ivar',
    j: 'Johan', k: 'Kalle', l: 'Ludvig', m: 'Martin', n: 'Niklas', o: 'Olof', p: 'Petter', q: 'Qvintus', r: 'Rudolf',
    s: 'Sigurd', t: 'Tore', u: 'Urban', v: 'Viktor', w: 'Wilhelm', x: 'Xerxes', y: 'Yngve', z: 'Zäta',
    '-': 'bindestreck', _: 'understreck',
  },
  capital: 'stor bokstav {letter}',
  separator: ', ',
};

export default sv;
