import type { HTMLAttributes } from 'svelte/elements';
import type { SessionIdBadge } from '../badge/element.js';
import type { BadgeAttributes, BadgeListeners, BadgeProperties } from './badge.js';

/** Svelte sets what the element has as a property, else an attribute, also for `false`; `onsession-change` listens. */
type Badge = HTMLAttributes<SessionIdBadge> &
  Omit<BadgeAttributes, 'signed-in'> & { 'signed-in'?: BadgeAttributes['signed-in'] | boolean } & BadgeProperties &
  BadgeListeners<'on'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'session-id-badge': Badge;
  }
}
