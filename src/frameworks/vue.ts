import type { HTMLAttributes, ReservedProps } from 'vue';
import type { BadgeEvents, BadgeProperties } from './badge.js';

/** Vue's templates turn `session-change` into `onSessionChange`, and `app-version` into `appVersion`. */
type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

type Listeners = { [Name in keyof BadgeEvents as `on${Capitalize<Camel<Name>>}`]?: (event: BadgeEvents[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    /** Vue sets what the element has as a property, else an attribute; `@session-change` listens. */
    'session-id-badge': new () => { $props: HTMLAttributes & ReservedProps & BadgeProperties & Listeners };
  }
}
