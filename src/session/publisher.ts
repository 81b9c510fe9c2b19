import { attempt } from './attempt.js';
import type { ConfigurableManager, Session, SessionChange, SessionLines, SessionManager } from './types.js';

/** A manager's public face, and the two ways in which its owner moves it. */
export type Publisher = readonly [
  manager: ConfigurableManager,
  /** Shows a session before anything is told of it, or none while a new one is being settled. */
  show: (session: Session | null) => void,
  /** Shows a session and tells how it came to be, in place of `before`. */
  tell: (session: Session, reason: SessionChange['reason'], source: SessionChange['source'], before: Session | null) => void,
];

/** Told of each change, and of the session that it ended; of nothing (undefined) where only what is shown has changed. */
type Listener = (change?: SessionChange, ended?: Session | null) => void;

const observed = (session: Session) => ({ id: session.id, startTimestamp: session.startedAt! });

/** Holds the session of a page and tells those who listen. Decides nothing: `renew` and `configure` are its owner's. */
export function createPublisher(renew: SessionManager['renew'], configure: ConfigurableManager['configure']): Publisher {
  let session: Session | null = null;
  let last: SessionChange | undefined;
  let sequence = 0;
  /** The change that listeners are just hearing of. */
  let telling: SessionChange | undefined;
  const listeners = new Set<Listener>();
  const described = new Set<SessionLines>();

  const add = (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const callAll: Listener = (change, ended) => {
    // What was said of one session is not said of the next.
    if (change) described.forEach((lines) => typeof lines == 'function' || described.delete(lines));
    const outer = telling;
    telling = change;
    for (const listener of [...listeners]) {
      try {
        listener(change, ended);
      } catch (error) {
        // Costs the host page a console error, not the other listeners their call.
        console.error(error);
      }
    }
    telling = outer;
  };

  const show: Publisher[1] = (next) => {
    session = next && Object.freeze(next);
    manager.debug?.('show', session);
    callAll();
  };

  const tell: Publisher[2] = (next, reason, source, before) => {
    show(next);
    // What was told, also where something else has been shown for a moment.
    const previous = reason == 'invalid' ? null : last ? last.session : before;
    last = Object.freeze({ session: next, previous, reason, source, sequence: ++sequence });
    manager.debug?.('tell', last);
    callAll(last, before);
  };

  const manager: ConfigurableManager = {
    get session() {
      return session;
    },
    ready: new Promise((resolve) => (globalThis.document ? add((change) => change && resolve(change.session)) : resolve(null))),
    getSessionId: () => session && session.id,
    subscribe: (changed) => add((change) => change || changed()),
    onChange(listener, { signal } = {}) {
      const end = add((change) => change && listener(change));
      signal?.addEventListener('abort', end);
      if (signal?.aborted) end();
      else if (session && session == last?.session) listener(last!);
      return end;
    },
    addObserver: (observer) =>
      void add((change, ended) => {
        if (ended) observer.onSessionEnded?.(observed(ended));
        if (change && change.reason != 'resume')
          observer.onSessionStarted?.(
            observed(change.session),
            /expired|renew/.test(change.reason) && ended ? observed(ended) : undefined,
          );
      }),
    describe(lines) {
      described.add(lines);
      return () => void described.delete(lines);
    },
    get description() {
      return [...described].flatMap((lines) => (typeof lines == 'function' ? (attempt(lines) ?? []) : lines));
    },
    // A listener that answers each renewal with another one would go on for ever.
    renew: async (reason) => (telling && /renew|logout/.test(telling.reason) ? session! : renew(reason)),
    configure,
  };

  return [manager, show, tell];
}
