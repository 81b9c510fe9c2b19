// @ts-expect-error What is shipped has its types elsewhere.
import { getSessionManager } from '../../../dist/session.js';

/** What the badge has on the page before its trail comes. */
Object.assign(globalThis, { manager: getSessionManager() });
