import type { SessionManager } from '../session/index.js';

/** The ID's name in SDKs that have `session.id`, or what they make of it, for their own. */
export const KEY = 'session_badge_id';

/**
 * Tells another SDK the ID of the page's session: now, and whenever it is another one; null while there is none, so that
 * nothing is recorded under an ID that has ended, and at the end. What the SDK throws goes to the console: it costs neither the
 * host page the rest of its script nor the manager anything.
 */
export function connect(manager: SessionManager, tell: (id: string | null) => void): () => void {
  let told: string | null | undefined;
  const tellSafely = (id: string | null) => {
    try {
      tell(id);
    } catch (error) {
      console.error(error);
    }
  };
  const look = () => {
    const id = manager.session?.id ?? null;
    if (id !== told) tellSafely((told = id));
  };
  const end = manager.subscribe(look);
  look();
  let isEnded = false;
  return () => {
    // Once: by the second call another connection may have told the SDK its ID.
    if (isEnded) return;
    isEnded = true;
    end();
    tellSafely(null);
  };
}
