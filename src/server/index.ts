export { readSessionId, type ReadOptions } from './read-session-id.js';
export { endSession, renewSession, type CookieOptions, type NewSession } from './set-cookie.js';
export type { RequestLike } from './request.js';
export { isSessionId } from '../session/session-id.js';
