import type { Position } from '../store/event-store.ts';

/** A position as a word that needs no escapes in an address. */
export const cursorOf = ({ time, uid }: Position): string => Buffer.from(`${time} ${uid}`).toString('base64url');

/** Undefined where the word is none. */
export function positionOf(cursor: string): Position | undefined {
  const [, time, uid] = /^(\d+(?:\.\d+)?) (.{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return uid == undefined ? undefined : { time: Number(time), uid };
}
