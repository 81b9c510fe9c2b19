import type { Act } from './page.ts';
import { faro, nothing, openTelemetry, ours, type Recording } from './peers.ts';

/** Something that happens in a page where one of them listens. */
export interface Happening {
  readonly what: 'error' | 'event' | 'the same error' | 'error, intake down';
  readonly peer: Recording;
  readonly act: Act;
  /** How it is told, where that is by a call. */
  readonly note?: string;
}

export const happenings: readonly Happening[] = [
  { what: 'error', peer: ours, act: 'error' },
  { what: 'error', peer: faro, act: 'error' },
  { what: 'error', peer: openTelemetry, act: 'error' },
  { what: 'error', peer: nothing, act: 'error' },
  { what: 'event', peer: ours, act: 'violation' },
  { what: 'event', peer: faro, act: 'pushEvent', note: '`pushEvent`' },
  { what: 'event', peer: openTelemetry, act: 'pushEvent', note: '`emit`' },
  { what: 'event', peer: nothing, act: 'violation' },
  { what: 'event', peer: nothing, act: 'pushEvent', note: 'a call' },
  { what: 'the same error', peer: ours, act: 'same error' },
  { what: 'the same error', peer: faro, act: 'same error' },
  { what: 'the same error', peer: openTelemetry, act: 'same error' },
  { what: 'error, intake down', peer: ours, act: 'error' },
  { what: 'error, intake down', peer: faro, act: 'error' },
  { what: 'error, intake down', peer: openTelemetry, act: 'error' },
];

export const isDown = ({ what }: Happening): boolean => what == 'error, intake down';
export const isSame = ({ act }: Happening): boolean => act == 'same error';

/** The same thing where nobody listens. */
export const floorOf = ({ act }: Happening): Happening =>
  happenings.find((each) => each.peer == nothing && each.act == (act == 'same error' ? 'error' : act))!;

/** What ratios are against. */
export const faroOf = ({ what }: Happening): Happening => happenings.find((each) => each.what == what && each.peer == faro)!;

export const keyOf = ({ what, peer, act }: Happening): string => [what, peer.name, act].join();
export const nameOf = ({ what, peer, note }: Happening): string => [`${what}: ${peer.name}`, note].filter(Boolean).join(', ');

/** How often it must be said to have happened, of so often; Faro says of what repeats only that it did. */
export function toldOf({ peer, act }: Pick<Happening, 'peer' | 'act'>, count: number): number {
  if (peer == nothing) return 0;
  return peer == faro && act == 'same error' ? 1 : count;
}
