import type { SessionIdBadge } from '../badge/element.js';

/** What hosts may set; the rest of the element is read only. */
type Settable =
  | ('sessionId' | 'cookie' | 'cookieDomain' | 'signedIn' | 'authCookie' | 'maxDuration' | 'inactivityTimeout' | 'persistence')
  | ('copyFormat' | 'supportHref' | 'appVersion' | 'trail' | 'feedbackDuration' | 'words' | 'texts' | 'source');

/** Properties of a badge, as frameworks set them on the element. Each may be left out. */
export type BadgeProperties = Partial<Pick<SessionIdBadge, Settable>>;

/**
 * Attributes of a badge, as they stand in markup. `signed-in` takes no boolean: React and Preact write no attribute at all for
 * `false`, and then the badge hears nothing of a logout. The property `signedIn` takes one.
 */
export interface BadgeAttributes extends Pick<BadgeProperties, 'cookie' | 'persistence' | 'trail'> {
  'session-id'?: BadgeProperties['sessionId'];
  'cookie-domain'?: BadgeProperties['cookieDomain'];
  'signed-in'?: '' | 'true' | 'false' | null;
  'auth-cookie'?: BadgeProperties['authCookie'];
  'max-duration'?: BadgeProperties['maxDuration'];
  'inactivity-timeout'?: BadgeProperties['inactivityTimeout'];
  'copy-format'?: BadgeProperties['copyFormat'];
  'support-href'?: BadgeProperties['supportHref'];
  'app-version'?: BadgeProperties['appVersion'];
  'feedback-duration'?: BadgeProperties['feedbackDuration'] | `${number}`;
}

/** Events of a badge, by name. */
export type BadgeEvents = Pick<HTMLElementEventMap, 'session-change' | 'session-id-copy' | 'session-id-copy-error'>;

/** A listener for each event, under the name that `Prefix` and the event's own make. */
export type BadgeListeners<Prefix extends string> = {
  [Name in keyof BadgeEvents as `${Prefix}${Name}`]?: (event: BadgeEvents[Name]) => void;
};
