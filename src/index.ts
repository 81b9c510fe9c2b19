export { SessionIdBadge } from './badge/element.js';
export type { CopyOutcome } from './badge/copy-outcome.js';
export { getSessionManager } from './session/index.js';
export type * from './session/index.js';
