import { attempt } from '../session/attempt.js';
import { BAGGAGE } from './baggage.js';
import { patch } from '../session/patch.js';
import type { Lists, MemberFor } from './propagate.js';

interface Methods {
  fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
}

/** Puts baggage on what is fetched from now on. What it returns puts back the `fetch` that was there. */
export function patchFetch(lists: Lists, memberFor: MemberFor): () => void {
  /** The arguments of a fetch that carries the ID, or undefined where the given ones will do. */
  function carrying(input: RequestInfo | URL, init?: RequestInit): Parameters<Methods['fetch']> | undefined {
    // Undefined for all but a request, also one from a frame, which is no `Request` here.
    const { url } = input as Request;
    if (!lists(url ?? (input as string))) return undefined;
    // A copy, since headers given beside a request reset its referrer; spreading one that is given as `init` would lose it all.
    const request = (url ?? (init as Partial<Request> | undefined)?.url) ? new Request(input, init) : undefined;
    const given = init?.headers as { forEach?: unknown } | undefined;
    // A plain object goes on as one: `Headers` take longer than all the rest. They and arrays are none.
    const isPlain = !given?.forEach && !/baggage/i.test(`${Object.keys({ ...given })}`);
    const headers = request ? request.headers : isPlain ? undefined : new Headers(init!.headers);
    const member = memberFor(headers);
    if (member) headers?.append(BAGGAGE, member);
    if (request) return [request];
    return member ? [input, { ...init, headers: headers ?? ({ ...given, [BAGGAGE]: member } as HeadersInit) }] : undefined;
  }

  // What is wrong with the arguments the browser says itself, by a rejection.
  return patch(globalThis as Methods, 'fetch', (_self, args, fetch) => fetch(attempt(() => carrying(...args))));
}
