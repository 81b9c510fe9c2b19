import type { Texts } from '../info/texts.js';

/** Portuguese: the spelling alphabet is the usual one of places and names in Portugal, with Kiwi for K. */
const pt: Texts = {
  explanation:
    'Este ID corresponde à sua visita a este site. Indique-o ao suporte, que poderá descobrir o que falhou nesta visita. É gerado aleatoriamente e não diz nada sobre si; no entanto, se o site também registar o seu endereço IP ou a sua conta, é possível relacioná-los com este ID. Receberá um novo quando terminar a sessão ou apagar os cookies.',
  spell: 'Soletrar ao telefone',
  earlier: 'Até há instantes, o ID era:',
  preview: 'Isto é o que será copiado:',
  close: 'Fechar',
  report: {
    started: 'Início',
    now: 'Agora',
    page: 'Página',
    browser: 'Navegador',
    viewport: 'Janela',
    language: 'Idioma',
    online: 'Online',
    appVersion: 'Versão',
    persistence: 'Guardado em',
    yes: 'sim',
    no: 'não',
  },
  // prettier-ignore
  characters: {
    0: 'zero', 1: 'um', 2: 'dois', 3: 'três', 4: 'quatro', 5: 'cinco', 6: 'seis', 7: 'sete', 8: 'oito', 9: 'nove',
    a: 'Aveiro', b: 'Braga', c: 'Coimbra', d: 'Dafundo', e: 'Évora', f: 'Faro', g: 'Guarda', h: 'Horta', i: 'Itália',
    j: 'José', k: 'Kiwi', l: 'Lisboa', m: 'Maria', n: 'Nazaré', o: 'Ovar', p: 'Porto', q: 'Queluz', r: 'Rossio',
    s: 'Setúbal', t: 'Tavira', u: 'Unidade', v: 'Vidago', w: 'Waldemar', x: 'Xavier', y: 'York', z: 'Zulmira',
    '-': 'hífen', _: 'sublinhado',
  },
  capital: '{letter} em maiúscula',
  separator: ', ',
};

export default pt;
