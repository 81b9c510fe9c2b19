import {
  DURATION,
  ERROR_TYPE,
  HTTP_METHOD,
  HTTP_STATUS,
  REQUEST_ABORTED,
  REQUEST_FAILED,
  REQUEST_SLOW,
  URL_FULL,
} from '../../records/index.js';
import { attempt } from '../../session/attempt.js';
import { tellActivity } from '../activity.js';
import { ERROR, INFO, WARN, type Emit } from '../record.js';
import { safeUrl } from '../safe-url.js';
import { listen } from './listen.js';
import { watchFetch } from './watch-fetch.js';
import { watchXhr } from './watch-xhr.js';

/** How a request ended. */
export interface Outcome {
  /** 0 where the page may not know it. */
  status?: number;
  /** The name of the error, where there was no answer: `AbortError`, `TimeoutError`, and of the network any other. */
  error?: string;
  /** When there was an answer, by `performance.now()`. Default: now. */
  at?: number;
  /** Of the answer, where the request's was not known. */
  url?: string;
}

/** Called when a request begins; answers what is to be called when it ends, with nothing where that is not known, or undefined for one that is ignored. */
export type Begin = (method: unknown, url: string | undefined) => ((outcome?: Outcome) => void) | undefined;

/** By the conventions for HTTP: what is not a method becomes no value of its own. */
const methodOf = (method: unknown): string => {
  if (method === undefined) return 'GET';
  const known = typeof method == 'string' && /^(get|head|post|put|patch|delete|options|query|trace|connect)$/i.test(method);
  return known ? method.toUpperCase() : '_OTHER';
};

const absolute = (url: string): string => attempt(() => new URL(url, document.baseURI).href) ?? url;

/**
 * Records each `fetch` and `XMLHttpRequest` that is not answered well: failed (no answer, or a status of 400 and above), given up by the
 * page or by its time-out, or answered later than after `slow` ms. Nothing of their headers and bodies is looked at. `ignore`, which
 * gets the absolute address, says which are passed over. What the caller gets is what it would get without.
 */
export function recordRequests(
  emit: Emit,
  { ignore = () => false, slow = 3000 }: { ignore?: (url: string) => boolean; slow?: number } = {},
): () => void {
  let isOn = true;
  let inFlight = 0;
  let left = -1;
  let endBeforeUnload = () => {};
  const leave = () => {
    left = performance.now();
  };

  const begin: Begin = (method, url) => {
    if (!isOn || (url != undefined && ignore(absolute(url)))) return undefined;
    tellActivity();
    const start = performance.now();
    // Firefox and Safari let what is in flight fail at once, long before the next page answers and `pagehide` comes. Listened to only
    // that long, since such a listener keeps pages out of Firefox' back/forward cache.
    if (!inFlight++) endBeforeUnload = listen(window, 'beforeunload', leave);
    return ({ status, error, at = performance.now(), url: answered } = {}) => {
      if (!--inFlight) endBeforeUnload();
      const took = at - start;
      const isTimeout = error == 'TimeoutError';
      const isAborted = isTimeout || error == 'AbortError' || (error && start <= left);
      const isFailed = error || status! >= 400;
      if (!isOn || (!isFailed && !(status! >= 0 && took >= slow))) return;
      const address = url ?? answered;
      emit({
        eventName: isAborted ? REQUEST_ABORTED : isFailed ? REQUEST_FAILED : REQUEST_SLOW,
        severityNumber: isAborted && !isTimeout ? INFO : isFailed && !isAborted && !(status! < 500) ? ERROR : WARN,
        timestamp: Date.now(),
        attributes: {
          [HTTP_METHOD]: methodOf(method),
          [URL_FULL]: address && safeUrl(address),
          [HTTP_STATUS]: status || undefined,
          [ERROR_TYPE]: isTimeout ? 'timeout' : (error ?? (isFailed ? `${status}` : undefined)),
          [DURATION]: Math.round(took),
        },
      });
    };
  };

  const ends = [listen(window, 'pagehide', leave), watchFetch(begin), ...watchXhr(begin)];
  return () => {
    isOn = false;
    endBeforeUnload();
    for (const end of ends) end();
  };
}
