import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { SessionIdBadge } from '../badge/element.js';
import type { BadgeAttributes, BadgeListeners, BadgeProperties } from './badge.js';

/** React 19 sets what the element has as a property, else an attribute; `onsession-change` listens. */
type Badge = DetailedHTMLProps<HTMLAttributes<SessionIdBadge>, SessionIdBadge> &
  BadgeAttributes &
  BadgeProperties &
  BadgeListeners<'on'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'session-id-badge': Badge;
    }
  }
}
