import { attempt } from '../../session/attempt.js';

/**
 * Listens for events of these types, with spaces between them, on their way down to their target. On a target that is no node,
 * such as a window, Chrome asks in the order in which listeners came. What the listener throws is swallowed. What it returns ends it.
 */
export function listen<E extends Event>(target: EventTarget, types: string, listener: (event: E) => void): () => void {
  const ended = new AbortController();
  for (const type of types.split(' ')) {
    target.addEventListener(type, (event) => attempt(() => listener(event as E)), {
      capture: true,
      passive: true,
      signal: ended.signal,
    });
  }
  return () => ended.abort();
}
