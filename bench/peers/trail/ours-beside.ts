// @ts-expect-error What is shipped has its types elsewhere.
import { createTrail } from '../../../dist/chunks/trail.js';

/** What a badge loads for its trail: it has the session already. */
Object.assign(globalThis, {
  begin: (intake: string) =>
    createTrail((globalThis as unknown as { manager: unknown }).manager, { endpoint: `${intake}/v1/logs` }),
});
