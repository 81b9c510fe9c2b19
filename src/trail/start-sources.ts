import type { SessionManager } from '../session/types.js';
import type { Numbers } from './numbers.js';
import type { Emit } from './record.js';
import * as sources from './sources/index.js';
import type { TrailOptions } from './types.js';

/** Starts all sources of our own. What goes to `ownUrl` is no request of the page's. Returns what ends them. */
export function startSources(
  emit: Emit,
  manager: SessionManager,
  { messageText }: TrailOptions,
  numbers: Numbers,
  ownUrl: string | undefined,
): () => void {
  const ignore = (url: string) => url == ownUrl;
  const endings = [
    sources.recordSessions(emit, manager),
    sources.recordPageState(emit),
    sources.recordConnection(emit),
    sources.recordOddErrors(emit),
    sources.recordFailedLoads(emit),
    sources.recordSlowLoads(emit, numbers.slowLoad),
    sources.recordRequests(emit, { ignore, slow: numbers.slowRequest }),
    sources.recordCspViolations(emit, ignore),
    sources.recordDeadClicks(emit),
    sources.recordRageClicks(emit),
    sources.recordSlowInteractions(emit, numbers.slowInteraction),
    sources.recordMessages(emit, { text: !!messageText }),
    sources.recordCopies(emit),
  ];
  return () => endings.forEach((end) => end());
}
