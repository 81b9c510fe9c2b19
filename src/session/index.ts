export { getSessionManager } from './get-session-manager.js';
export type {
  ConfigurableManager,
  ObservedSession,
  Session,
  SessionChange,
  SessionLines,
  SessionManager,
  SessionObserver,
  SessionOptions,
  SessionPersistence,
  SessionReason,
  SessionSource,
} from './types.js';
