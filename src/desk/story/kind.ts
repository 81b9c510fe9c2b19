import type { DeskRecord } from '../record.ts';
import { whatOf, type TroubleWhat, type What } from './what.ts';

/** Where a record belongs in the picture, and by what the list is filtered. */
export type Kind = 'page' | 'load' | 'request' | 'interaction' | 'message' | 'error' | 'copy' | 'session' | 'log';

/** All of them, in the order in which they are shown. */
export const KINDS: readonly Kind[] = ['page', 'load', 'request', 'interaction', 'message', 'error', 'log', 'copy', 'session'];

const KIND_OF: Readonly<Record<What, Kind>> = {
  pageLoaded: 'page',
  pageHidden: 'page',
  pageVisible: 'page',
  pageFrozen: 'page',
  pageResumed: 'page',
  pageLeft: 'page',
  pageRestored: 'page',
  navigation: 'page',
  vital: 'page',
  load: 'load',
  loadFailed: 'load',
  loadSlow: 'load',
  request: 'request',
  requestFailed: 'request',
  requestUnanswered: 'request',
  requestTimeout: 'request',
  requestAborted: 'request',
  requestSlow: 'request',
  offline: 'request',
  online: 'request',
  click: 'interaction',
  deadClick: 'interaction',
  rageClick: 'interaction',
  slowInteraction: 'interaction',
  messageShown: 'message',
  dialogOpened: 'message',
  exception: 'error',
  consoleError: 'error',
  cspViolation: 'error',
  serverError: 'error',
  copied: 'copy',
  notCopied: 'copy',
  sessionStart: 'session',
  sessionEnd: 'session',
  dropped: 'log',
  warning: 'log',
  log: 'log',
};

/**
 * How bad it is for the customer, from 1 on: an order that was not taken is worse than a picture that is not there. What is not
 * named here is no trouble, however it was sent.
 */
export const WEIGHTS: Readonly<Record<TroubleWhat, number>> = {
  requestFailed: 9,
  requestUnanswered: 9,
  requestTimeout: 9,
  loadFailed: 8,
  serverError: 8,
  exception: 7,
  offline: 6,
  cspViolation: 6,
  deadClick: 5,
  rageClick: 5,
  messageShown: 5,
  consoleError: 4,
  requestSlow: 3,
  loadSlow: 3,
  slowInteraction: 3,
  notCopied: 2,
  warning: 1,
};

/** Where it belongs. What servers log is a `log`, from severity 17 (ERROR) on an `error`. */
export const kindOf = (record: DeskRecord): Kind => KIND_OF[whatOf(record)];

const isTroubleWhat = (what: What): what is TroubleWhat => Object.hasOwn(WEIGHTS, what);

/** What has gone wrong there; undefined where nothing has. An alert that was shown is a trouble whatever its severity. */
export function troubleOf(record: DeskRecord): TroubleWhat | undefined {
  const what = whatOf(record);
  return isTroubleWhat(what) ? what : undefined;
}
