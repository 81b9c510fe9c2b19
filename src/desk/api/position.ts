import type { Position } from '../store/event-store.ts';

/** A position as a word for addresses. */
export const cursorOf = ({ time, uid }: Position): string => `${time}_${uid}`;

/** Undefined where the word is none. */
export function positionOf(cursor: string): Position | undefined {
  const [, time, uid] = /^(\d+(?:\.\d+)?)_(.{1,64})$/.exec(cursor) ?? [];
  return uid == undefined ? undefined : { time: Number(time), uid };
}
