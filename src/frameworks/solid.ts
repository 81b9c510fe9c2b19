import type { JSX } from 'solid-js';
import type { SessionIdBadge } from '../badge/element.js';
import type { BadgeAttributes, BadgeListeners, BadgeProperties } from './badge.js';

type Prefixed<Prefix extends string, Props> = { [Name in keyof Props & string as `${Prefix}${Name}`]?: Props[Name] };

/**
 * Solid makes a property of `signed-in={…}` and of `words={…}`, and an attribute of what is no expression. It has no capitals in names:
 * `prop:maxDuration` sets that one; `attr:` writes an attribute, `on:session-change` listens.
 */
type Badge = JSX.HTMLAttributes<SessionIdBadge> &
  Omit<BadgeAttributes, 'signed-in'> & { 'signed-in'?: BadgeAttributes['signed-in'] | boolean } & Pick<
    BadgeProperties,
    'words' | 'texts' | 'source'
  > &
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
