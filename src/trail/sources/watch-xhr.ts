import { attempt } from '../../session/attempt.js';
import { patch } from '../../session/patch.js';
import { listen } from './listen.js';
import type { Begin, Outcome } from './requests.js';

/** What is patched: `open` with all its arguments, not only the first two. */
interface Methods {
  open: (method: string, url: string | URL, ...rest: unknown[]) => void;
  send: (...body: unknown[]) => void;
}

/** The names that `fetch` has for it. */
const ERRORS: { [type: string]: string } = { error: 'NetworkError', abort: 'AbortError', timeout: 'TimeoutError' };

/** Tells of each `XMLHttpRequest`. What it returns puts back the methods that were there, one each. */
export function watchXhr(begin: Begin): (() => void)[] {
  const prototype = XMLHttpRequest.prototype as Methods;
  const opened = new WeakMap<object, Parameters<Begin>>();
  /** Ends what is in flight, without a word: opened anew, it says nothing of its end. */
  const drops = new WeakMap<object, (outcome?: Outcome) => void>();
  return [
    patch(prototype, 'open', (self, args, open) => {
      const request = self as XMLHttpRequest;
      // Anew within the page's own listener for its end, which comes before ours where it was there before.
      if (request.readyState == 4) drops.get(request)?.(request.status ? { status: request.status } : { error: ERRORS.error });
      open();
      attempt(() => {
        drops.get(request)?.();
        opened.delete(request);
        const [method, url] = args;
        const given = typeof url == 'string' ? url : (url as URL | undefined)?.href;
        // What else there is becomes a string in `open`: that is the page's code, and would run twice.
        opened.set(request, [method, typeof given == 'string' ? given : undefined]);
      });
    }),
    patch(prototype, 'send', (self, _body, send) => {
      const request = self as XMLHttpRequest;
      const asked = opened.get(request);
      // Sent twice, it throws, and the first goes on.
      if (!asked || request.readyState != 1 || drops.has(request)) return send();
      const tell = attempt(() => begin(...asked));
      if (!tell) return send();
      let at: number | undefined;
      const end = (outcome?: Outcome) => {
        stop();
        if (drops.delete(request)) attempt(() => tell(outcome));
      };
      const stop = listen(request, 'readystatechange load error abort timeout', ({ type }) => {
        const { readyState, status, responseURL: url } = request;
        if (readyState == 2) at = performance.now();
        // Of one that failed, the next event says why.
        if (status ? readyState == 4 : type == 'load') end({ status, at, url });
        else if (ERRORS[type]) end({ error: ERRORS[type] });
      });
      drops.set(request, end);
      try {
        send();
      } catch (error) {
        // A synchronous one, which has no event for it.
        end({ error: attempt(() => (error as Error).name) });
        throw error;
      }
    }),
  ];
}
