import type { HTMLAttributes } from 'preact';
import type { SessionIdBadge } from '../badge/element.js';
import type { BadgeAttributes, BadgeListeners, BadgeProperties } from './badge.js';

/** Preact sets what the element has as a property, else an attribute; `onsession-change` listens. */
type Badge = HTMLAttributes<SessionIdBadge> & BadgeAttributes & BadgeProperties & BadgeListeners<'on'>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'session-id-badge': Badge;
    }
  }
}
