// @ts-expect-error What is shipped has its types elsewhere.
import { startTrail } from '../../../dist/trail.js';

/** Ours as it is shipped, where nothing else of ours is on the page: the session comes with it. */
Object.assign(globalThis, {
  begin: (intake: string, maxPerMinute?: number) => startTrail({ endpoint: `${intake}/v1/logs`, maxPerMinute }),
});
