import { DURATION, ERROR_TYPE, HTTP_STATUS, MESSAGE_TYPE, PAGE_STATE_NAME } from '../../records/attributes.ts';
import * as events from '../../records/events.ts';
import type { DeskRecord } from '../record.ts';
import { numberOf, textOf } from './read.ts';

/** From here on something is wrong. https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
export const WARN = 13;
/** From here on it is an error. */
export const ERROR = 17;

/** What has gone wrong, as it is told in a sentence. */
export type TroubleWhat =
  | 'requestFailed'
  | 'requestUnanswered'
  | 'requestTimeout'
  | 'requestSlow'
  | 'loadFailed'
  | 'loadSlow'
  | 'deadClick'
  | 'rageClick'
  | 'slowInteraction'
  | 'messageShown'
  | 'cspViolation'
  | 'offline'
  | 'exception'
  | 'consoleError'
  | 'notCopied'
  | 'serverError'
  | 'warning';

/** What a record tells of. */
export type What =
  | TroubleWhat
  | 'pageLoaded'
  | 'pageHidden'
  | 'pageVisible'
  | 'pageFrozen'
  | 'pageResumed'
  | 'pageLeft'
  | 'pageRestored'
  | 'navigation'
  | 'vital'
  | 'load'
  | 'request'
  | 'requestAborted'
  | 'click'
  | 'dialogOpened'
  | 'online'
  | 'copied'
  | 'sessionStart'
  | 'sessionEnd'
  | 'dropped'
  | 'log';

/** Names of events that always tell of the same thing. `browser.*` are OpenTelemetry's own: src/trail/README.md. */
const EVENTS: Readonly<Record<string, What>> = {
  [events.SESSION_START]: 'sessionStart',
  [events.SESSION_END]: 'sessionEnd',
  [events.EXCEPTION]: 'exception',
  [events.LOAD_FAILED]: 'loadFailed',
  [events.LOAD_SLOW]: 'loadSlow',
  [events.REQUEST_SLOW]: 'requestSlow',
  [events.CLICK_DEAD]: 'deadClick',
  [events.CLICK_RAGE]: 'rageClick',
  [events.INTERACTION_SLOW]: 'slowInteraction',
  [events.CSP_VIOLATION]: 'cspViolation',
  [events.CONNECTION_LOST]: 'offline',
  [events.CONNECTION_BACK]: 'online',
  [events.ID_COPIED]: 'copied',
  [events.ID_NOT_COPIED]: 'notCopied',
  [events.RECORDS_DROPPED]: 'dropped',
  'browser.navigation': 'navigation',
  'browser.web_vital': 'vital',
  'browser.user_action.click': 'click',
};

const STATES: Readonly<Record<string, What>> = {
  loaded: 'pageLoaded',
  hidden: 'pageHidden',
  visible: 'pageVisible',
  frozen: 'pageFrozen',
  resumed: 'pageResumed',
  left: 'pageLeft',
  restored: 'pageRestored',
};

/** Of a table that was written here, not what any object has. */
const entryOf = (table: Readonly<Record<string, What>>, name: string) => (Object.hasOwn(table, name) ? table[name] : undefined);

/** What the record tells of. Anything that is not known is a `log`, or by its severity a `warning` or a `serverError`. */
export function whatOf(record: DeskRecord): What {
  const { eventName, severityNumber } = record;
  const known = entryOf(EVENTS, eventName);
  if (known) return known;
  switch (eventName) {
    case events.REQUEST_FAILED:
      return numberOf(record, HTTP_STATUS) ? 'requestFailed' : 'requestUnanswered';
    case events.REQUEST_ABORTED:
      return textOf(record, ERROR_TYPE) == 'timeout' ? 'requestTimeout' : 'requestAborted';
    case events.MESSAGE_SHOWN:
      // A dialog may be any part of a page that works; an alert is there to say that something is not well.
      return textOf(record, MESSAGE_TYPE).includes('alert') || severityNumber >= WARN ? 'messageShown' : 'dialogOpened';
    case events.PAGE_STATE:
      return entryOf(STATES, textOf(record, PAGE_STATE_NAME)) ?? 'log';
    case 'browser.resource_timing':
      return /^(fetch|xmlhttprequest)$/.test(textOf(record, 'browser.resource_timing.initiator_type')) ? 'request' : 'load';
    case 'browser.console':
      return severityNumber >= ERROR ? 'consoleError' : severityNumber >= WARN ? 'warning' : 'log';
    default:
      return severityNumber >= ERROR ? 'serverError' : severityNumber >= WARN ? 'warning' : 'log';
  }
}

/** How long it took, ms; null where the record does not say. */
export const durationOf = (record: DeskRecord): number | null =>
  numberOf(record, DURATION) ?? numberOf(record, 'browser.resource_timing.duration');

/** Nothing on a page takes longer than a day, ms. */
const LONGEST = 86_400_000;

/**
 * From when to when it went on, ms since 1970. The time of a record is mostly when it was over, such as of a request that was
 * answered; where the browser has measured it, when it began.
 */
export function spanOf(record: DeskRecord): readonly [from: number, to: number] {
  const took = Math.min(durationOf(record) ?? 0, LONGEST);
  if (!(took > 0)) return [record.time, record.time];
  const what = whatOf(record);
  const isBegin = what == 'loadSlow' || what == 'slowInteraction';
  return isBegin ? [record.time, record.time + took] : [record.time - took, record.time];
}
