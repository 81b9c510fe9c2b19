import type { Texts } from '../info/texts.js';

/** German: the spelling alphabet is that of DIN 5009:2022, of city names. */
const de: Texts = {
  explanation:
    'Diese ID steht für Ihren Besuch auf dieser Website. Teilen Sie sie dem Support mit, dann kann er herausfinden, was bei diesem Besuch schiefgelaufen ist. Die ID wird zufällig erzeugt und sagt nichts über Sie aus; wenn die Website auch Ihre IP-Adresse oder Ihr Konto protokolliert, lässt sich beides jedoch miteinander verknüpfen. Sie erhalten eine neue ID, wenn Sie sich abmelden oder Cookies löschen.',
  spell: 'Am Telefon buchstabieren',
  earlier: 'Bis eben lautete die ID:',
  preview: 'Das wird kopiert:',
  close: 'Schließen',
  report: {
    started: 'Beginn',
    now: 'Jetzt',
    page: 'Seite',
    browser: 'Browser',
    viewport: 'Fenster',
    language: 'Sprache',
    online: 'Online',
    appVersion: 'Version',
    persistence: 'Gespeichert in',
    yes: 'ja',
    no: 'nein',
  },
  // prettier-ignore
  characters: {
    0: 'null', 1: 'eins', 2: 'zwo', 3: 'drei', 4: 'vier', 5: 'fünf', 6: 'sechs', 7: 'sieben', 8: 'acht', 9: 'neun',
    a: 'Aachen', b: 'Berlin', c: 'Chemnitz', d: 'Düsseldorf', e: 'Essen',
    f: 'Frankfurt', g: 'Goslar', h: 'Hamburg', i: 'Ingelheim',
    j: 'Jena', k: 'Köln', l: 'Leipzig', m: 'München', n: 'Nürnberg', o: 'Offenbach', p: 'Potsdam', q: 'Quickborn', r: 'Rostock',
    s: 'Salzwedel', t: 'Tübingen', u: 'Unna', v: 'Völklingen', w: 'Wuppertal', x: 'Xanten', y: 'Ypsilon', z: 'Zwickau',
    '-': 'Bindestrich', _: 'Unterstrich',
  },
  capital: 'groß {letter}',
  separator: ', ',
};

export default de;
