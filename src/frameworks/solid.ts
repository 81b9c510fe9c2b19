import type { JSX } from 'solid-js';
import type { SessionIdBadge } from '../badge/element.js';
import type { BadgeAttributes, BadgeListeners, BadgeProperties } from './badge.js';

type Prefixed<Prefix extends string, Props> = { [Name in keyof Props & string as `${Prefix}${Name}`]?: Props[Name] };

/** Solid sets properties of custom elements; `attr:` writes an attribute, `on:session-change` listens. */
type Badge = JSX.HTMLAttributes<SessionIdBadge> &
  BadgeAttributes &
  BadgeProperties &
  Prefixed<'attr:', BadgeAttributes> &
  Prefixed<'prop:', BadgeProperties> &
  BadgeListeners<'on:'>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'session-id-badge': Badge;
    }
  }
}
