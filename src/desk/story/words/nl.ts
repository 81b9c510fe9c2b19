import type { Telling, Words } from '../words.ts';

const NUMBERS = ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'];
const count = (count: number): string => NUMBERS[count] ?? `${count}`;

const LOADS: Readonly<Record<string, readonly [article: string, noun: string]>> = {
  script: ['het', 'script'],
  module: ['het', 'script'],
  image: ['de', 'afbeelding'],
  style: ['de', 'stylesheet'],
  font: ['het', 'lettertype'],
  frame: ['het', 'frame'],
  media: ['het', 'mediabestand'],
  page: ['de', 'pagina'],
};
const ROLES: Readonly<Record<string, string>> = {
  button: 'een knop',
  link: 'een link',
  checkbox: 'een selectievakje',
  radio: 'een keuzerondje',
  switch: 'een schakelaar',
  tab: 'een tabblad',
  menuitem: 'een menu-item',
  option: 'een optie',
  combobox: 'een keuzelijst',
  textbox: 'een tekstveld',
  img: 'een afbeelding',
};

const request = (target: string) => (target ? `het verzoek aan ${target}` : 'een verzoek');
const load = ({ thing, target }: Telling) => {
  const [article, noun] = LOADS[thing] ?? ['het', 'bestand'];
  return target ? `${article} ${noun} ${target}` : `een ${noun}`;
};
const role = (thing: string) => ROLES[thing] ?? 'een element';
const server = (name: string) => `de server “${name}”`;
const said = (target: string) => target && ` (“${target}”)`;

/** Dutch. */
export const nl: Words = {
  locale: 'nl-NL',
  count,
  times: (times) => (times == 1 ? '' : ` ${count(times)} keer`),
  at: ({ time, day }) => `${day && ` op ${day}`} om ${time}`,
  between: (from, to) =>
    to.day
      ? ` tussen ${from.day && `${from.day} `}${from.time} en ${to.day} ${to.time}`
      : `${from.day && ` op ${from.day}`} tussen ${from.time} en ${to.time}`,
  place: (path) => ` op ${path == '/' ? 'de startpagina' : path}`,
  took: (duration, isMost) => ` (${isMost ? 'tot ' : ''}${duration})`,
  troubles: {
    requestFailed: ({ target, status, times, when }) => `${request(target)} werd${when}${times} met ${status} beantwoord`,
    requestUnanswered: ({ target, times, when }) => `${request(target)} kreeg${when}${times} geen antwoord`,
    requestTimeout: ({ target, times, when }) => `${request(target)} duurde${when}${times} te lang en werd afgebroken`,
    requestSlow: ({ target, times, when, took }) => `${request(target)} was${when}${times} traag${took}`,
    loadFailed: (telling) => `${load(telling)} kon${telling.when}${telling.times} niet worden geladen`,
    loadSlow: (telling) => `${load(telling)} laadde${telling.when}${telling.times} traag${telling.took}`,
    deadClick: ({ thing, place, when, count: clicks }) =>
      clicks == 1
        ? `een klik op ${role(thing)}${place} had${when} geen effect`
        : `${count(clicks)} klikken op ${role(thing)}${place} hadden${when} geen effect`,
    rageClick: ({ thing, place, when, count: clicks }) =>
      `de klant klikte${when} ${count(clicks)} keer snel achter elkaar op ${role(thing)}${place}`,
    slowInteraction: ({ place, times, when, took }) => `de website reageerde${place}${when}${times} traag${took}`,
    messageShown: ({ target, place, times, when }) =>
      `${place ? place.trim() : 'er'} verscheen${when}${times} ${target ? `de melding “${target}”` : 'een melding'}`,
    cspViolation: ({ target, times, when }) =>
      `het beveiligingsbeleid van de website blokkeerde${when}${times} ${target || 'iets'}`,
    offline: ({ times, when }) => `de internetverbinding viel${when}${times} weg`,
    exception: ({ target, place, times, when }) => `er trad${place}${when}${times} een fout op${said(target)}`,
    consoleError: ({ target, place, times, when }) => `de website meldde${place}${when}${times} een fout${said(target)}`,
    notCopied: ({ times, when }) => `de ID kon${when}${times} niet worden gekopieerd`,
    serverError: ({ target, thing, times, when }) =>
      `${thing ? server(thing) : 'de server'} meldde${when}${times} een fout${said(target)}`,
    warning: ({ target, thing, times, when }) =>
      `${thing ? server(thing) : 'de website'} gaf${when}${times} een waarschuwing${said(target)}`,
  },
  others: (others) => (others == 1 ? 'er was nog één ander probleem' : `er waren nog ${count(others)} andere problemen`),
  copied: ({ place, when, isAfter }) =>
    isAfter ? `daarna kopieerde de klant de ID${place}` : `de klant had de ID${place}${when} gekopieerd`,
  quiet: ({ pages, when, copied }) =>
    pages
      ? `in deze sessie ging niets mis: de klant bekeek${when} ${pages == 1 ? 'één pagina' : `${count(pages)} pagina’s`}` +
        (copied == undefined ? '' : ` en kopieerde de ID${copied}`)
      : `in deze sessie ging${when} niets mis`,
  empty: 'in deze sessie is niets vastgelegd',
  what: {
    requestFailed: 'Verzoek mislukt',
    requestUnanswered: 'Verzoek zonder antwoord',
    requestTimeout: 'Verzoek duurde te lang',
    requestSlow: 'Traag verzoek',
    loadFailed: 'Niet geladen',
    loadSlow: 'Traag geladen',
    deadClick: 'Klik zonder effect',
    rageClick: 'Herhaald geklikt',
    slowInteraction: 'Trage reactie',
    messageShown: 'Melding getoond',
    cspViolation: 'Geblokkeerd door het beveiligingsbeleid',
    offline: 'Verbinding weg',
    exception: 'Fout op de pagina',
    consoleError: 'Fout in de console',
    notCopied: 'ID niet gekopieerd',
    serverError: 'Fout op de server',
    warning: 'Waarschuwing',
    pageLoaded: 'Pagina geladen',
    pageHidden: 'Pagina verborgen',
    pageVisible: 'Pagina zichtbaar',
    pageFrozen: 'Pagina bevroren',
    pageResumed: 'Pagina hervat',
    pageLeft: 'Pagina verlaten',
    pageRestored: 'Pagina hersteld',
    navigation: 'Navigatie',
    vital: 'Web vital',
    load: 'Geladen',
    request: 'Verzoek',
    requestAborted: 'Verzoek afgebroken',
    click: 'Klik',
    dialogOpened: 'Dialoog geopend',
    online: 'Verbinding terug',
    copied: 'ID gekopieerd',
    sessionStart: 'Sessie begonnen',
    sessionEnd: 'Sessie beëindigd',
    dropped: 'Niet vastgelegd',
    log: 'Log',
  },
  kinds: {
    page: 'Pagina’s',
    load: 'Laden',
    request: 'Verzoeken',
    interaction: 'Interacties',
    message: 'Meldingen',
    error: 'Fouten',
    log: 'Logs',
    copy: 'Kopieën',
    session: 'Sessie',
  },
};
