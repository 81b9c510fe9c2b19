/** As an address, since there are types only once it has been built. */
const BUILT = new URL('../../dist/server.js', import.meta.url).href;

/** What `session-id-badge/server` exports, as it is built. */
export const { readSessionId, renewSession, endSession, isSessionId }: typeof import('../../src/server/index.ts') =
  await import(BUILT);
