import type { Texts } from '../info/texts.js';

/** French: the spelling alphabet is the usual one of first names in France. */
const fr: Texts = {
  explanation:
    'Cet ID correspond à votre visite sur ce site. Communiquez-le à l’assistance, qui pourra trouver ce qui n’a pas fonctionné pendant cette visite. Il est créé au hasard et ne dit rien de vous. Si le site enregistre aussi votre adresse IP ou votre compte, il est toutefois possible de faire le lien avec cet ID. Vous en recevez un nouveau lorsque vous vous déconnectez ou supprimez les cookies.',
  spell: 'Épeler au téléphone',
  earlier: 'Il y a un instant encore, l’ID était\u00a0:',
  preview: 'Voici ce qui sera copié\u00a0:',
  close: 'Fermer',
  report: {
    started: 'Début',
    now: 'Maintenant',
    page: 'Page',
    browser: 'Navigateur',
    viewport: 'Fenêtre',
    language: 'Langue',
    online: 'En ligne',
    appVersion: 'Version',
    persistence: 'Conservé dans',
    yes: 'oui',
    no: 'non',
  },
  // prettier-ignore
  characters: {
    0: 'zéro', 1: 'un', 2: 'deux', 3: 'trois', 4: 'quatre', 5: 'cinq', 6: 'six', 7: 'sept', 8: 'huit', 9: 'neuf',
    a: 'Anatole', b: 'Berthe', c: 'Célestin', d: 'Désiré', e: 'Eugène', f: 'François', g: 'Gaston', h: 'Henri', i: 'Irma',
    j: 'Joseph', k: 'Kléber', l: 'Louis', m: 'Marcel', n: 'Nicolas', o: 'Oscar', p: 'Pierre', q: 'Quintal', r: 'Raoul',
    s: 'Suzanne', t: 'Thérèse', u: 'Ursule', v: 'Victor', w: 'William', x: 'Xavier', y: 'Yvonne', z: 'Zoé',
    '-': 'trait d’union', _: 'tiret bas',
  },
  capital: '{letter} en majuscule',
  separator: ', ',
};

export default fr;
