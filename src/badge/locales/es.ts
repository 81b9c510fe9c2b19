import type { Texts } from '../info/texts.js';

/** Spanish: the spelling alphabet is the usual one of names and places in Spain. */
const es: Texts = {
  explanation:
    'Este ID corresponde a su visita a este sitio web. Indíquelo al equipo de soporte, que podrá averiguar qué ha fallado en esta visita. Se genera al azar y no dice nada sobre usted; no obstante, si el sitio web también registra su dirección IP o su cuenta, es posible relacionarlas con este ID. Recibirá uno nuevo cuando cierre sesión o borre las cookies.',
  spell: 'Deletrear por teléfono',
  earlier: 'Hasta hace un momento, el ID era:',
  preview: 'Esto es lo que se copiará:',
  close: 'Cerrar',
  report: {
    started: 'Inicio',
    now: 'Ahora',
    page: 'Página',
    browser: 'Navegador',
    viewport: 'Ventana',
    language: 'Idioma',
    online: 'En línea',
    appVersion: 'Versión',
    persistence: 'Guardado en',
    yes: 'sí',
    no: 'no',
  },
  // prettier-ignore
  characters: {
    0: 'cero', 1: 'uno', 2: 'dos', 3: 'tres', 4: 'cuatro', 5: 'cinco', 6: 'seis', 7: 'siete', 8: 'ocho', 9: 'nueve',
    a: 'Antonio', b: 'Burgos', c: 'Carmen', d: 'Dolores', e: 'Enrique', f: 'Francia', g: 'Granada', h: 'Historia', i: 'Inés',
    j: 'José', k: 'Kilo', l: 'Lorenzo', m: 'Madrid', n: 'Navarra', o: 'Oviedo', p: 'París', q: 'Queso', r: 'Ramón',
    s: 'Sábado', t: 'Toledo', u: 'Ulises', v: 'Valencia', w: 'Washington', x: 'Xilófono', y: 'Yolanda', z: 'Zaragoza',
    '-': 'guion', _: 'guion bajo',
  },
  capital: '{letter} en mayúscula',
  separator: ', ',
};

export default es;
