// @ts-expect-error What is shipped has its types elsewhere.
import { propagate } from '../../../dist/correlate.js';
// @ts-expect-error So it is with this.
import { getSessionManager } from '../../../dist/session.js';

/** Ours as it is shipped, with the page's own session. */
Object.assign(globalThis, {
  async install(origin: string) {
    await getSessionManager().ready;
    propagate({ to: [origin] });
  },
});
