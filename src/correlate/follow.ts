import type { SessionManager } from '../session/index.js';

/**
 * Calls back with the ID of the page's session: now, and whenever it is another one; with null while there is none, so
 * that nothing is told under an ID that has ended. Returns what ends that.
 */
export function follow(manager: SessionManager, tell: (id: string | null) => void): () => void {
  let told: string | null | undefined;
  const look = () => {
    const id = manager.session?.id ?? null;
    if (id !== told) tell((told = id));
  };
  const end = manager.subscribe(look);
  look();
  return end;
}
