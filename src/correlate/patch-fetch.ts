import { attempt } from '../session/attempt.js';
import { BAGGAGE } from './baggage.js';
import { patch } from './patch.js';
import type { Lists, MemberFor } from './propagate.js';

/** Puts baggage on what is fetched from now on. What it returns puts back the `fetch` that was there. */
export function patchFetch(lists: Lists, memberFor: MemberFor): () => void {
  /** The arguments of a fetch that carries the ID, or undefined where the given ones will do. */
  function carrying(input: RequestInfo | URL, init?: RequestInit): Parameters<typeof fetch> | undefined {
    // Undefined for all but a request, also one from a frame, which is no `Request` here.
    const { url } = input as Request;
    if (!lists(url ?? (input as string))) return undefined;
    // A copy, since headers given beside a request reset its referrer. So it is with what is given as `init` and is no plain
    // object, such as a request again: spreading would lose it all.
    const request =
      url != null || (init && Object.getPrototypeOf(init) != Object.prototype) ? new Request(input, init) : undefined;
    const headers = request ? request.headers : new Headers(init?.headers);
    const member = memberFor(headers.get(BAGGAGE) ?? '');
    if (member) headers.append(BAGGAGE, member);
    return request ? [request] : [input, { ...init, headers }];
  }

  return patch(
    globalThis,
    'fetch',
    (real) =>
      function (this: unknown, ...args) {
        // What is wrong with the arguments the browser says itself, by a rejection.
        return real.apply(this, (args.length && attempt(() => carrying(...args))) || args);
      },
  );
}
