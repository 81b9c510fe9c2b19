import { attempt } from '../../session/attempt.js';
import { patch } from '../../session/patch.js';
import type { Begin } from './requests.js';

interface Methods {
  fetch: (...args: Parameters<typeof fetch>) => Promise<Response>;
}

/** The name of what a fetch was rejected with; whatever that is, it was the page's own doing where its signal says so. */
function errorOf(reason: unknown, signal: AbortSignal | null | undefined): string {
  // Safari, and Chrome before 124, reject with an AbortError also for `AbortSignal.timeout()`.
  if (signal?.aborted) return attempt(() => signal.reason.name) == 'TimeoutError' ? 'TimeoutError' : 'AbortError';
  const name = attempt(() => (reason as Error).name);
  return typeof name == 'string' && name ? name.slice(0, 100) : typeof reason;
}

/** Tells of each `fetch`. What it returns puts back the `fetch` that was there. */
export const watchFetch = (begin: Begin): (() => void) =>
  patch(globalThis as Methods, 'fetch', (_self, args, fetch) => {
    const request = args[0] as Partial<Request & URL> | string | undefined;
    const init = args[1];
    const end = attempt(() => {
      if (!args.length) return undefined;
      const given = typeof request == 'string' ? request : (request?.url ?? request?.href);
      // What else there is becomes a string in `fetch`: that is the page's code, and would run twice.
      return begin(
        init?.method ?? (request as Partial<Request> | undefined)?.method,
        typeof given == 'string' ? given : undefined,
      );
    });
    const answer = fetch();
    if (!end) return answer;
    // What the caller gets has to be the promise that is looked at: of any other, one that nobody handles would be handled by
    // looking at it, and the page's `unhandledrejection` would not come. It settles with the very same.
    const watched = attempt(() =>
      answer.then(
        (response) => {
          attempt(() => end({ status: response.status, url: response.url }));
          return response;
        },
        (reason: unknown) => {
          attempt(() => end({ error: errorOf(reason, init?.signal ?? (request as Partial<Request> | undefined)?.signal) }));
          throw reason;
        },
      ),
    );
    if (!watched) end();
    return watched ?? answer;
  });
