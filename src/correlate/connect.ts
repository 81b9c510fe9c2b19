import type { SessionManager } from '../session/index.js';
import { follow } from './follow.js';

/**
 * Tells another SDK the ID of the page's session, as `follow` does, and null at the end. What the SDK throws goes to the console:
 * it costs neither the host page the rest of its script nor the manager anything.
 */
export function connect(manager: SessionManager, tell: (id: string | null) => void): () => void {
  const tellSafely = (id: string | null) => {
    try {
      tell(id);
    } catch (error) {
      console.error(error);
    }
  };
  const end = follow(manager, tellSafely);
  let isEnded = false;
  return () => {
    // Once: by the second call another connection may have told the SDK its ID.
    if (isEnded) return;
    isEnded = true;
    end();
    tellSafely(null);
  };
}
