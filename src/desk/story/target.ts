import {
  CSP_DIRECTIVE,
  ELEMENT_ROLE,
  ELEMENT_SELECTOR,
  EXCEPTION_MESSAGE,
  EXCEPTION_TYPE,
  LOAD_TYPE,
  URL_FULL,
} from '../../records/attributes.ts';
import type { DeskRecord } from '../record.ts';
import { bodyOf, serviceOf, textOf } from './read.ts';
import { whatOf } from './what.ts';

/** Host and path of an address, only the path where it is the website's own; what is no address as it is. */
function shortUrl(url: string, site: string): string {
  if (!/^https?:\/\//i.test(url)) return url;
  // Masked segments are no addresses' characters: nothing is parsed, so that `{id}` stays as it is.
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/?#]*@)?([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  return host == site ? path || '/' : host + path;
}

/** Host of the website, as its pages tell it; the name of what recorded them where they do not, which by default is the host. */
export function siteOf(records: readonly DeskRecord[]): string {
  for (const record of records) {
    if (whatOf(record) != 'navigation') continue;
    const host = /^https?:\/\/([^/?#]+)/i.exec(textOf(record, URL_FULL))?.[1];
    if (host) return host;
  }
  const first = records.find(({ eventName }) => eventName.startsWith('session_badge.'));
  return first ? serviceOf(first) : '';
}

/** What it happened to, or what was said: an address, a selector, a message. Empty where the record does not say. */
export function targetOf(record: DeskRecord, site: string): string {
  const url = textOf(record, URL_FULL);
  if (url) return shortUrl(url, site);
  const error = [textOf(record, EXCEPTION_TYPE), textOf(record, EXCEPTION_MESSAGE)].filter(Boolean).join(': ');
  return (
    bodyOf(record) ||
    error ||
    textOf(record, ELEMENT_SELECTOR) ||
    textOf(record, 'browser.css_selector') ||
    textOf(record, CSP_DIRECTIVE) ||
    textOf(record, 'browser.web_vital.name').toUpperCase() ||
    (whatOf(record) == 'log' ? record.eventName : '')
  );
}

/** What kind of thing that is: the type of a load, the role of an element, the server that tells it. Empty where it is none of these. */
export const thingOf = (record: DeskRecord): string =>
  textOf(record, LOAD_TYPE) || textOf(record, ELEMENT_ROLE) || (record.eventName ? '' : serviceOf(record));
