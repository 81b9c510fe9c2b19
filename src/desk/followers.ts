/** What can happen to a session: something of it has come, or all of it was erased. */
export type Happening = 'records' | 'erased';

type Listener = (what: Happening) => void;

/** Tells who follows a session what happens to it in this process. */
export interface Followers {
  /** Calls that for each happening, until what it returns is called. */
  follow(session: string, listener: Listener): () => void;
  tell(session: string, what: Happening): void;
}

export function createFollowers(): Followers {
  const followers = new Map<string, Set<Listener>>();
  return {
    follow(session, listener) {
      const listeners = followers.get(session) ?? new Set();
      followers.set(session, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (!listeners.size) followers.delete(session);
      };
    },
    tell: (session, what) => followers.get(session)?.forEach((listener) => listener(what)),
  };
}
