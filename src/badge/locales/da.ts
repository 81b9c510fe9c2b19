import type { Texts } from '../info/texts.js';

/** Danish: the spelling alphabet is the usual Danish one of first names. */
const da: Texts = {
  explanation:
    'Dette ID står for dit besøg på hjemmesiden. Giv det til supporten, så kan de finde ud af, hvad der gik galt under besøget. ID’et er dannet tilfældigt og siger intet om dig, men hvis hjemmesiden også registrerer din IP-adresse eller konto, kan de to ting sættes i forbindelse med hinanden. Du får et nyt, når du logger ud eller sletter cookies.',
  spell: 'Stav det i telefonen',
  earlier: 'Indtil for et øjeblik siden var dit ID:',
  preview: 'Dette bliver kopieret:',
  close: 'Luk',
  report: {
    started: 'Start',
    now: 'Nu',
    page: 'Side',
    browser: 'Browser',
    viewport: 'Vindue',
    language: 'Sprog',
    online: 'Online',
    appVersion: 'Version',
    persistence: 'Gemt i',
    yes: 'ja',
    no: 'nej',
  },
  // prettier-ignore
  characters: {
    0: 'nul', 1: 'en', 2: 'to', 3: 'tre', 4: 'fire', 5: 'fem', 6: 'seks', 7: 'syv', 8: 'otte', 9: 'ni',
    a: 'Anna', b: 'Bernhard', c: 'Cecilie', d: 'David', e: 'Erik', f: 'Frederik', g: 'Georg', h: 'Hans', i: 'Ida',
    j: 'Johan', k: 'Karen', l: 'Ludvig', m: 'Mari', n: 'Nikolaj', o: 'Odin', p: 'Peter', q: 'Quintus', r: 'Rasmus',
    s: 'Søren', t: 'Theodor', u: 'Ulla', v: 'Viggo', w: 'William', x: 'Xerxes', y: 'Yrsa', z: 'Zackarias',
    '-': 'bindestreg', _: 'understreg',
  },
  capital: 'stort bogstav {letter}',
  separator: ', ',
};

export default da;
