import type { Followers } from '../followers.ts';
import { decodeJson } from '../otlp/json.ts';
import { InvalidRequestError, TooManyRecordsError } from '../otlp/logs.ts';
import { decodeProtobuf } from '../otlp/protobuf.ts';
import { StoreBusyError, StoreFailedError, type EventStore } from '../store/event-store.ts';
import { sortLogs } from './rows.ts';
import type { Senders } from './senders.ts';
import { MOST_OF_A_SESSION, type SessionCap } from './session-cap.ts';
import { RefusedError } from './refused.ts';
import { unpack } from './unpack.ts';

/** How long a body may be, as it is sent and as it is unpacked, in bytes. */
export const LONGEST_BODY = 4 * 1024 * 1024;

export interface Delivery {
  /** Reads the body. Throws {@link RefusedError}. */
  readonly read: () => Promise<Uint8Array>;
  readonly isProtobuf: boolean;
  /** `Content-Encoding`. */
  readonly encoding: string | undefined;
  /** Whom to keep to a rate; undefined for a sender who is trusted. */
  readonly sender: string | undefined;
}

/** What to tell the sender of a request that was taken: how many of its records were not, and why, or what was changed. */
export interface Receipt {
  readonly rejected: number;
  /** Empty where all is as it was sent. */
  readonly message: string;
}

export interface IntakeOptions {
  readonly store: EventStore;
  readonly senders: Senders;
  readonly cap: SessionCap;
  readonly followers: Followers;
  /** ms. */
  readonly retention: number;
}

function refusalOf(error: unknown): RefusedError {
  if (error instanceof RefusedError) return error;
  const { message } = error as Error;
  if (error instanceof TooManyRecordsError) return new RefusedError(413, message);
  if (error instanceof InvalidRequestError) return new RefusedError(400, message);
  if (error instanceof StoreBusyError) return new RefusedError(429, 'more is waiting to be written than may wait', 1);
  // What it says may name files or hosts of ours.
  if (error instanceof StoreFailedError) return new RefusedError(503, 'cannot be written for now', 10);
  throw error;
}

/**
 * Takes a request of OTLP logs in. Resolves when its records are on disk. Rejects with {@link RefusedError}: then none of them are
 * to be counted on.
 */
export async function takeIn(
  delivery: Delivery,
  { store, senders, cap, followers, retention }: IntakeOptions,
): Promise<Receipt> {
  const { read, encoding, isProtobuf, sender } = delivery;
  const charge = (amount: Parameters<Senders['took']>[1]) => sender != undefined && senders.took(sender, amount);
  try {
    const packed = await read();
    // From here to what it took nobody else comes between.
    const wait = sender == undefined ? 0 : senders.wait(sender);
    if (wait) throw new RefusedError(429, 'more than one sender may send: wait, or send with the token', wait);
    const body = unpack(packed, encoding, LONGEST_BODY);
    charge({ bytes: body.length });

    const { logs, cut } = isProtobuf ? decodeProtobuf(body) : decodeJson(body);
    const { rows, length, rejected, changed } = sortLogs(logs, Date.now(), retention);
    charge({ bytes: Math.max(0, length - body.length) });
    const { admitted, newSessions, settle } = await cap.admit(rows);
    charge({ sessions: newSessions });
    await store.add(admitted).finally(settle);
    for (const session of new Set(admitted.map((row) => row.session))) followers.tell(session, 'records');

    const over = rows.length - admitted.length;
    const reasons = [
      ...[...rejected, ...(over ? [[`of a session that has ${MOST_OF_A_SESSION}, the most`, over] as const] : [])].map(
        ([why, count]) => `${count} rejected, ${why}`,
      ),
      ...[...changed].map(([what, count]) => `${count} ${what}`),
      ...(cut ? [`${cut} values cut, too long, too many or too deep`] : []),
    ];
    return { rejected: logs.length - admitted.length, message: reasons.join('; ') };
  } catch (error) {
    throw refusalOf(error);
  }
}
