import { attempt } from './attempt.js';
import { hint } from './hint.js';
import { createPublisher } from './publisher.js';
import { isSessionId, sessionIdTime } from './session-id.js';
import type { ConfigurableManager, SessionSource } from './types.js';

/** A session that the host or another SDK owns: shown and told of, never made, stored or renewed here. */
export function createHostSession(source: SessionSource): ConfigurableManager {
  const look = (): void => {
    const id = attempt(() => source.getSessionId());
    const before = manager.session;
    if (id == before?.id) return;
    if (isSessionId(id)) {
      tell(
        { id, startedAt: sessionIdTime(id) ?? Date.now(), persistence: 'host' },
        before ? 'adopted' : 'resume',
        'outside',
        before,
      );
    } else {
      if (id != null) hint('session-id', id);
      show(null);
    }
  };
  const [manager, show, tell] = createPublisher(async (reason) => {
    hint('renew', reason, 'warn', 'host-owned');
    return manager.session!;
  }, look);
  source.subscribe?.(look);
  return manager;
}
