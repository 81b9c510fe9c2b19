import type { SessionManager } from '../session/types.js';
import type { Emit } from './record.js';
import * as sources from './sources/index.js';
import type { TrailOptions } from './types.js';

/** Starts all sources of our own. What goes to `ownUrl` is no request of the page's. Returns what ends them. */
export function startSources(
  emit: Emit,
  manager: SessionManager,
  options: TrailOptions,
  ownUrl: string | undefined,
): () => void {
  const { slowRequest: slow = 3_000, slowLoad = 2_000, slowInteraction = 500, messageText = false } = options;
  const ignore = (url: string) => url == ownUrl;
  const endings = [
    sources.recordSessions(emit, manager),
    sources.recordPageState(emit),
    sources.recordConnection(emit),
    sources.recordOddErrors(emit),
    sources.recordFailedLoads(emit),
    sources.recordSlowLoads(emit, slowLoad),
    sources.recordRequests(emit, { ignore, slow }),
    sources.recordCspViolations(emit, ignore),
    sources.recordDeadClicks(emit),
    sources.recordRageClicks(emit),
    sources.recordSlowInteractions(emit, slowInteraction),
    sources.recordMessages(emit, { text: messageText }),
    sources.recordCopies(emit),
  ];
  return () => endings.forEach((end) => end());
}
