import type { ReactiveControllerHost } from 'lit';
import type { SessionChange, SessionManager } from '../session/types.js';

/** What a badge does with a change. `isLate`: it was told before this badge listened. */
type Hear = (change: SessionChange, isLate: boolean) => void;

/** The badges of each manager. It tells all of them by the same two listeners, so that a page with many stays small. */
const following = new WeakMap<SessionManager, { last?: SessionChange; readonly badges: Map<ReactiveControllerHost, Hear> }>();

/** Renders the badge again whenever the session moves, and lets it hear each change, the last one at once; until `unfollowSession`. */
export function followSession(manager: SessionManager, badge: ReactiveControllerHost, hear: Hear): void {
  let all = following.get(manager)!;
  if (!all) {
    following.set(manager, (all = { badges: new Map() }));
    const { badges } = all;
    manager.subscribe(() => badges.forEach((_, each) => each.requestUpdate()));
    manager.onChange((change) => {
      all.last = change;
      badges.forEach((heard) => heard(change, false));
    });
  }
  all.badges.set(badge, hear);
  if (all.last && all.last.session == manager.session) hear(all.last, true);
}

/** Ends that. */
export function unfollowSession(manager: SessionManager, badge: ReactiveControllerHost): unknown {
  return following.get(manager)?.badges.delete(badge);
}
