export { SessionIdBadge } from './badge/element.js';
export type { CopyOutcome } from './badge/copy-outcome.js';
export type { Character, Texts } from './badge/info/texts.js';
export type { Words } from './badge/words.js';
export { getSessionManager } from './session/index.js';
export type * from './session/index.js';
