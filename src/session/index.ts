export { getSessionManager } from './get-session-manager.js';
export type * from './types.js';
