/** What the pages share. Each is a host's own bundle, with the SDK and the badge inside; what it exports becomes global. */
import type { SessionIdBadge, SessionSource } from '../../../src/define.ts';
import '../../../src/define.ts';

/** What a story asks of any of the pages. */
export interface SdkPage {
  /** Has the SDK record one of each kind of item, all with this name. */
  say(word: string): void;
  /** Ends the connection; not there where the SDK asks us. */
  end?(): void;
}

declare global {
  var sdkPage: SdkPage;
}

/** Puts a badge on the page, with a session of its own or somebody else's. */
export function addBadge(source?: SessionSource): SessionIdBadge {
  const badge = document.createElement('session-id-badge');
  if (source) badge.source = source;
  document.body.append(badge);
  return badge;
}

/** Whether the page is to show the SDK's ID, rather than to hand it ours. */
export const takesTheirs = location.search == '?theirs';
