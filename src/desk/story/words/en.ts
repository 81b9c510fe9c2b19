import type { Telling, Words } from '../words.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const count = (count: number): string => NUMBERS[count] ?? `${count}`;

const LOADS: Readonly<Record<string, string>> = {
  script: 'script',
  module: 'script',
  image: 'image',
  style: 'style sheet',
  font: 'font',
  frame: 'frame',
  media: 'media file',
  page: 'page',
};
const ROLES: Readonly<Record<string, string>> = {
  button: 'a button',
  link: 'a link',
  checkbox: 'a check box',
  radio: 'a radio button',
  switch: 'a switch',
  tab: 'a tab',
  menuitem: 'a menu item',
  option: 'an option',
  combobox: 'a drop-down list',
  textbox: 'a text field',
  img: 'an image',
};

const request = (target: string) => (target ? `the request to ${target}` : 'a request');
const load = ({ thing, target }: Telling) =>
  target ? `the ${LOADS[thing] ?? 'file'} ${target}` : `a ${LOADS[thing] ?? 'file'}`;
const role = (thing: string) => ROLES[thing] ?? 'an element';
const server = (name: string) => `the server “${name}”`;
const said = (target: string) => target && ` (“${target}”)`;

/** English. */
export const en: Words = {
  locale: 'en-GB',
  count,
  // A number is kept apart from the status before it.
  times: (times) => (times == 1 ? '' : times == 2 ? ' twice' : `${times > 12 ? ',' : ''} ${count(times)} times`),
  at: ({ time, day }) => ` at ${time}${day && ` on ${day}`}`,
  between: (from, to) =>
    to.day
      ? ` between ${from.time}${from.day && ` on ${from.day}`} and ${to.time} on ${to.day}`
      : ` between ${from.time} and ${to.time}${from.day && ` on ${from.day}`}`,
  place: (path) => ` on ${path == '/' ? 'the home page' : path}`,
  took: (duration, isMost) => ` (${isMost ? 'up to ' : ''}${duration})`,
  troubles: {
    requestFailed: ({ target, status, times, when }) => `${request(target)} was answered with ${status}${times}${when}`,
    requestUnanswered: ({ target, times, when }) => `${request(target)} got no answer${times}${when}`,
    requestTimeout: ({ target, times, when }) => `${request(target)} took too long and was given up${times}${when}`,
    requestSlow: ({ target, times, when, took }) => `${request(target)} was slow${took}${times}${when}`,
    loadFailed: (telling) => `${load(telling)} could not be loaded${telling.times}${telling.when}`,
    loadSlow: (telling) => `${load(telling)} was slow to load${telling.took}${telling.times}${telling.when}`,
    deadClick: ({ thing, place, when, count: clicks }) =>
      `${clicks == 1 ? 'a click' : `${count(clicks)} clicks`} on ${role(thing)}${place} did nothing${when}`,
    rageClick: ({ thing, place, when, count: clicks }) =>
      `the customer clicked ${role(thing)}${place} ${count(clicks)} times in quick succession${when}`,
    slowInteraction: ({ place, times, when, took }) => `the website was slow to react${place}${took}${times}${when}`,
    messageShown: ({ target, place, times, when }) =>
      `${target ? `the message “${target}”` : 'a message'} was shown${place}${times}${when}`,
    cspViolation: ({ target, times, when }) => `the website’s security policy blocked ${target || 'something'}${times}${when}`,
    offline: ({ times, when }) => `the internet connection was lost${times}${when}`,
    exception: ({ target, place, times, when }) => `an error occurred${place}${said(target)}${times}${when}`,
    consoleError: ({ target, place, times, when }) => `the website reported an error${place}${said(target)}${times}${when}`,
    notCopied: ({ times, when }) => `the ID could not be copied${times}${when}`,
    serverError: ({ target, thing, times, when }) =>
      `${thing ? server(thing) : 'the server'} reported an error${said(target)}${times}${when}`,
    warning: ({ target, thing, times, when }) =>
      `${thing ? server(thing) : 'the website'} reported a warning${said(target)}${times}${when}`,
  },
  others: (others) => (others == 1 ? 'there was one other problem' : `there were ${count(others)} other problems`),
  copied: ({ place, when, isAfter }) =>
    isAfter ? `the customer then copied the ID${place}` : `the customer had copied the ID${place}${when}`,
  quiet: ({ pages, when, copied }) =>
    pages
      ? `nothing went wrong in this session: the customer saw ${pages == 1 ? 'one page' : `${count(pages)} pages`}${when}` +
        (copied == undefined ? '' : ` and copied the ID${copied}`)
      : `nothing went wrong in this session${when}`,
  empty: 'nothing has been recorded in this session',
  what: {
    requestFailed: 'Request failed',
    requestUnanswered: 'Request without an answer',
    requestTimeout: 'Request timed out',
    requestSlow: 'Slow request',
    loadFailed: 'Load failed',
    loadSlow: 'Slow load',
    deadClick: 'Click without effect',
    rageClick: 'Repeated clicks',
    slowInteraction: 'Slow reaction',
    messageShown: 'Message shown',
    cspViolation: 'Blocked by the security policy',
    offline: 'Connection lost',
    exception: 'Error in the page',
    consoleError: 'Error in the console',
    notCopied: 'ID not copied',
    serverError: 'Error on the server',
    warning: 'Warning',
    pageLoaded: 'Page loaded',
    pageHidden: 'Page hidden',
    pageVisible: 'Page visible',
    pageFrozen: 'Page frozen',
    pageResumed: 'Page resumed',
    pageLeft: 'Page left',
    pageRestored: 'Page restored',
    navigation: 'Navigation',
    vital: 'Web vital',
    load: 'Load',
    request: 'Request',
    requestAborted: 'Request given up',
    click: 'Click',
    dialogOpened: 'Dialog opened',
    online: 'Connection back',
    copied: 'ID copied',
    sessionStart: 'Session began',
    sessionEnd: 'Session ended',
    dropped: 'Records left out',
    log: 'Log',
  },
  kinds: {
    page: 'Pages',
    load: 'Loads',
    request: 'Requests',
    interaction: 'Interactions',
    message: 'Messages',
    error: 'Errors',
    log: 'Logs',
    copy: 'Copies',
    session: 'Session',
  },
};
