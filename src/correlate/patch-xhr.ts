import { BAGGAGE } from './baggage.js';
import { patch } from '../session/patch.js';
import type { Lists, MemberFor } from './propagate.js';

/** What is patched: `open` with all its arguments, not only the first two. */
interface Methods {
  open: (method: string, url: string | URL, ...rest: unknown[]) => void;
  setRequestHeader: (name: string, value: string) => void;
  send: (...body: unknown[]) => void;
}

/** Puts baggage on what is sent by `XMLHttpRequest` from now on. What it returns puts back the methods that were there, one each. */
export function patchXhr(lists: Lists, memberFor: MemberFor): (() => void)[] {
  const prototype = XMLHttpRequest.prototype as Methods;
  /** The headers of requests to listed origins: they cannot be read out of them. */
  const headersOf = new WeakMap<object, Headers | undefined>();
  return [
    patch(prototype, 'open', (request, args, open) => {
      open();
      headersOf.set(request, lists(args[1]) ? new Headers() : undefined);
    }),
    patch(prototype, 'setRequestHeader', (request, args, setRequestHeader) => {
      setRequestHeader();
      headersOf.get(request)?.append(...args);
    }),
    patch(prototype, 'send', (request, _body, send) => {
      const headers = headersOf.get(request);
      const member = headers && memberFor(headers);
      if (member) (request as Methods).setRequestHeader(BAGGAGE, member);
      send();
    }),
  ];
}
