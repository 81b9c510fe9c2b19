import type { Texts } from '../info/texts.js';

/** Italian: the spelling alphabet is the usual one of city names, with loan words for the letters that have no city. */
const it: Texts = {
  explanation:
    'Questo ID corrisponde alla sua visita a questo sito. Lo comunichi all’assistenza, che potrà così scoprire che cosa non ha funzionato durante la visita. È generato in modo casuale e non dice nulla su di lei; se però il sito registra anche il suo indirizzo IP o il suo account, è possibile collegarli a questo ID. Ne riceverà uno nuovo uscendo dall’account o cancellando i cookie.',
  spell: 'Dettare al telefono',
  earlier: 'Fino a un attimo fa l’ID era:',
  preview: 'Ecco che cosa verrà copiato:',
  close: 'Chiudi',
  report: {
    started: 'Inizio',
    now: 'Adesso',
    page: 'Pagina',
    browser: 'Browser',
    viewport: 'Finestra',
    language: 'Lingua',
    online: 'Online',
    appVersion: 'Versione',
    persistence: 'Conservato in',
    yes: 'sì',
    no: 'no',
  },
  // prettier-ignore
  characters: {
    0: 'zero', 1: 'uno', 2: 'due', 3: 'tre', 4: 'quattro', 5: 'cinque', 6: 'sei', 7: 'sette', 8: 'otto', 9: 'nove',
    a: 'Ancona', b: 'Bologna', c: 'Como', d: 'Domodossola', e: 'Empoli', f: 'Firenze', g: 'Genova', h: 'Hotel', i: 'Imola',
    j: 'Jolly', k: 'Kappa', l: 'Livorno', m: 'Milano', n: 'Napoli', o: 'Otranto', p: 'Padova', q: 'Quarto', r: 'Roma',
    s: 'Savona', t: 'Torino', u: 'Udine', v: 'Venezia', w: 'Washington', x: 'Xilofono', y: 'York', z: 'Zara',
    '-': 'trattino', _: 'trattino basso',
  },
  capital: '{letter} in maiuscolo',
  separator: ', ',
};

export default it;
