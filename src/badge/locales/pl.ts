import type { Texts } from '../info/texts.js';

/** Polish: the spelling alphabet is the usual Polish one of first names. */
const pl: Texts = {
  explanation:
    'Ten identyfikator oznacza bieżącą wizytę w tym serwisie. Wystarczy podać go obsłudze klienta, aby mogła ustalić, co poszło nie tak podczas tej wizyty. Identyfikator powstaje losowo i nie mówi nic o użytkowniku; jeśli jednak serwis zapisuje także adres IP lub konto, można je z tym identyfikatorem powiązać. Po wylogowaniu się lub usunięciu plików cookie powstaje nowy identyfikator.',
  spell: 'Literowanie przez telefon',
  earlier: 'Identyfikator sprzed chwili:',
  preview: 'Skopiowany zostanie ten tekst:',
  close: 'Zamknij',
  report: {
    started: 'Początek',
    now: 'Teraz',
    page: 'Strona',
    browser: 'Przeglądarka',
    viewport: 'Okno',
    language: 'Język',
    online: 'Online',
    appVersion: 'Wersja',
    persistence: 'Zapisano w',
    yes: 'tak',
    no: 'nie',
  },
  // prettier-ignore
  characters: {
    0: 'zero', 1: 'jeden', 2: 'dwa', 3: 'trzy', 4: 'cztery', 5: 'pięć', 6: 'sześć', 7: 'siedem', 8: 'osiem', 9: 'dziewięć',
    a: 'Adam', b: 'Barbara', c: 'Celina', d: 'Dorota', e: 'Ewa', f: 'Franciszek', g: 'Genowefa', h: 'Henryk', i: 'Irena',
    j: 'Jadwiga', k: 'Karol', l: 'Leon', m: 'Maria', n: 'Natalia', o: 'Olga', p: 'Paweł', q: 'Quebec', r: 'Roman',
    s: 'Stefan', t: 'Tadeusz', u: 'Urszula', v: 'Violetta', w: 'Wacław', x: 'Xantypa', y: 'Ypsilon', z: 'Zygmunt',
    '-': 'myślnik', _: 'podkreślnik',
  },
  capital: 'wielka litera {letter}',
  separator: ', ',
};

export default pl;
