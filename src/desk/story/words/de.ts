import type { Telling, Words } from '../words.ts';

const NUMBERS = ['kein', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'];
const count = (count: number): string => NUMBERS[count] ?? `${count}`;
const often = (times: number): string => (times <= 12 ? `${count(times)}mal` : `${times}-mal`);

const LOADS: Readonly<Record<string, readonly [definite: string, indefinite: string, noun: string]>> = {
  script: ['das', 'ein', 'Skript'],
  module: ['das', 'ein', 'Skript'],
  image: ['das', 'ein', 'Bild'],
  style: ['das', 'ein', 'Stylesheet'],
  font: ['die', 'eine', 'Schriftart'],
  frame: ['der', 'ein', 'Frame'],
  media: ['die', 'eine', 'Mediendatei'],
  page: ['die', 'eine', 'Seite'],
};
/** In the accusative: they are clicked on. */
const ROLES: Readonly<Record<string, string>> = {
  button: 'eine Schaltfläche',
  link: 'einen Link',
  checkbox: 'ein Kontrollkästchen',
  radio: 'ein Optionsfeld',
  switch: 'einen Schalter',
  tab: 'einen Reiter',
  menuitem: 'einen Menüpunkt',
  option: 'eine Option',
  combobox: 'eine Auswahlliste',
  textbox: 'ein Textfeld',
  img: 'ein Bild',
};

const request = (target: string) => (target ? `die Anfrage an ${target}` : 'eine Anfrage');
const load = ({ thing, target }: Telling) => {
  const [definite, indefinite, noun] = LOADS[thing] ?? ['die', 'eine', 'Datei'];
  return target ? `${definite} ${noun} ${target}` : `${indefinite} ${noun}`;
};
const role = (thing: string) => ROLES[thing] ?? 'ein Element';
const server = (name: string) => `der Server „${name}“`;
const said = (target: string) => target && ` („${target}“)`;
/** What stands before the verb: the place, or nothing but `es`. */
const first = (place: string) => (place ? place.trim() : 'es');

/** German. Who the customer is stays open: the sentences do without a pronoun. */
export const de: Words = {
  locale: 'de-DE',
  count,
  times: (times) => (times == 1 ? '' : ` ${often(times)}`),
  at: ({ time, day }) => `${day && ` am ${day}`} um ${time} Uhr`,
  between: (from, to) =>
    to.day
      ? ` zwischen ${from.day && `dem ${from.day}, `}${from.time} Uhr${from.day && ','} und dem ${to.day}, ${to.time} Uhr,`
      : `${from.day && ` am ${from.day}`} zwischen ${from.time} und ${to.time} Uhr`,
  place: (path) => ` auf ${path == '/' ? 'der Startseite' : path}`,
  took: (duration, isMost) => ` (${isMost ? 'bis zu ' : ''}${duration})`,
  troubles: {
    requestFailed: ({ target, status, times, when }) => `${request(target)} wurde${when}${times} mit ${status} beantwortet`,
    requestUnanswered: ({ target, times, when }) => `${request(target)} blieb${when}${times} ohne Antwort`,
    requestTimeout: ({ target, times, when }) => `${request(target)} dauerte${when}${times} zu lange und wurde abgebrochen`,
    requestSlow: ({ target, times, when, took }) => `${request(target)} war${when}${times} langsam${took}`,
    loadFailed: (telling) => `${load(telling)} konnte${telling.when}${telling.times} nicht geladen werden`,
    loadSlow: (telling) => `${load(telling)} lud${telling.when}${telling.times} langsam${telling.took}`,
    deadClick: ({ thing, place, when, count: clicks }) =>
      clicks == 1
        ? `ein Klick auf ${role(thing)}${place} blieb${when} ohne Wirkung`
        : `${count(clicks)} Klicks auf ${role(thing)}${place} blieben${when} ohne Wirkung`,
    rageClick: ({ thing, place, when, count: clicks }) =>
      `${first(place)} wurde${when} ${often(clicks)} schnell hintereinander auf ${role(thing)} geklickt`,
    slowInteraction: ({ place, times, when, took }) => `die Website reagierte${place}${when}${times} langsam${took}`,
    messageShown: ({ target, place, times, when }) =>
      `${first(place)} erschien${when}${times} ${target ? `die Meldung „${target}“` : 'eine Meldung'}`,
    cspViolation: ({ target, times, when }) =>
      `die Sicherheitsrichtlinie der Website blockierte${when}${times} ${target || 'etwas'}`,
    offline: ({ times, when }) => `die Internetverbindung brach${when}${times} ab`,
    exception: ({ target, place, times, when }) => `${first(place)} trat${when}${times} ein Fehler auf${said(target)}`,
    consoleError: ({ target, place, times, when }) => `die Website meldete${place}${when}${times} einen Fehler${said(target)}`,
    notCopied: ({ times, when }) => `die ID konnte${when}${times} nicht kopiert werden`,
    serverError: ({ target, thing, times, when }) =>
      `${thing ? server(thing) : 'der Server'} meldete${when}${times} einen Fehler${said(target)}`,
    warning: ({ target, thing, times, when }) =>
      `${thing ? server(thing) : 'die Website'} meldete${when}${times} eine Warnung${said(target)}`,
  },
  others: (others) => (others == 1 ? 'es gab noch ein weiteres Problem' : `es gab noch ${count(others)} weitere Probleme`),
  copied: ({ place, when, isAfter }) =>
    isAfter ? `danach wurde die ID${place} kopiert` : `die ID war${place}${when} kopiert worden`,
  quiet: ({ pages, when, copied }) =>
    pages
      ? `in dieser Sitzung ging nichts schief: Es ${pages == 1 ? 'wurde' : 'wurden'}${when} ${pages == 1 ? 'eine Seite' : `${count(pages)} Seiten`} aufgerufen` +
        (copied == undefined ? '' : ` und die ID${copied} kopiert`)
      : `in dieser Sitzung ging${when} nichts schief`,
  empty: 'in dieser Sitzung wurde nichts aufgezeichnet',
  what: {
    requestFailed: 'Anfrage fehlgeschlagen',
    requestUnanswered: 'Anfrage ohne Antwort',
    requestTimeout: 'Anfrage dauerte zu lange',
    requestSlow: 'Langsame Anfrage',
    loadFailed: 'Nicht geladen',
    loadSlow: 'Langsam geladen',
    deadClick: 'Klick ohne Wirkung',
    rageClick: 'Wiederholt geklickt',
    slowInteraction: 'Langsame Reaktion',
    messageShown: 'Meldung angezeigt',
    cspViolation: 'Von der Sicherheitsrichtlinie blockiert',
    offline: 'Verbindung unterbrochen',
    exception: 'Fehler auf der Seite',
    consoleError: 'Fehler in der Konsole',
    notCopied: 'ID nicht kopiert',
    serverError: 'Fehler auf dem Server',
    warning: 'Warnung',
    pageLoaded: 'Seite geladen',
    pageHidden: 'Seite verborgen',
    pageVisible: 'Seite sichtbar',
    pageFrozen: 'Seite eingefroren',
    pageResumed: 'Seite fortgesetzt',
    pageLeft: 'Seite verlassen',
    pageRestored: 'Seite wiederhergestellt',
    navigation: 'Navigation',
    vital: 'Web Vital',
    load: 'Geladen',
    request: 'Anfrage',
    requestAborted: 'Anfrage abgebrochen',
    click: 'Klick',
    dialogOpened: 'Dialog geöffnet',
    online: 'Verbindung wieder da',
    copied: 'ID kopiert',
    sessionStart: 'Sitzung begonnen',
    sessionEnd: 'Sitzung beendet',
    dropped: 'Nicht aufgezeichnet',
    log: 'Protokoll',
  },
  kinds: {
    page: 'Seiten',
    load: 'Ladevorgänge',
    request: 'Anfragen',
    interaction: 'Interaktionen',
    message: 'Meldungen',
    error: 'Fehler',
    log: 'Protokolle',
    copy: 'Kopien',
    session: 'Sitzung',
  },
};
