/** What a sender may send on average, in bytes a second, and at once. A page of trouble sends some thousand. */
const RATE = 1024 * 1024;
const BURST = 32 * RATE;
/** How many new sessions a sender may begin in an hour, and at once: an office behind one address. */
const SESSIONS_AN_HOUR = 3_600;
/** How many senders are remembered; those that have had nothing for longest go, and begin anew. */
const MOST_SENDERS = 10_000;

interface Sender {
  /** What it may still send, in bytes; less than nothing after a large request. */
  bytes: number;
  sessions: number;
  /** When that was so, ms. */
  at: number;
}

/** Keeps each sender to a rate (token buckets), in memory only: addresses are never stored or logged. */
export interface Senders {
  /** 0 where it may send, else how long it has to wait, in s. */
  wait(address: string): number;
  /** Takes from what it may send. */
  took(address: string, amount: { readonly bytes?: number; readonly sessions?: number }): void;
}

/** `now`: ms. */
export function createSenders(now = () => performance.now()): Senders {
  const senders = new Map<string, Sender>();
  function senderOf(address: string): Sender {
    const sender = senders.get(address) ?? { bytes: BURST, sessions: SESSIONS_AN_HOUR, at: now() };
    // At the end: the first is the one that has had nothing for longest.
    senders.delete(address);
    senders.set(address, sender);
    if (senders.size > MOST_SENDERS) senders.delete(senders.keys().next().value!);
    const seconds = (now() - sender.at) / 1_000;
    sender.bytes = Math.min(BURST, sender.bytes + seconds * RATE);
    sender.sessions = Math.min(SESSIONS_AN_HOUR, sender.sessions + (seconds * SESSIONS_AN_HOUR) / 3_600);
    sender.at = now();
    return sender;
  }
  return {
    wait(address) {
      const { bytes, sessions } = senderOf(address);
      return Math.ceil(Math.max(0, -bytes / RATE, (-sessions * 3_600) / SESSIONS_AN_HOUR));
    },
    took(address, { bytes = 0, sessions = 0 }) {
      const sender = senderOf(address);
      sender.bytes -= bytes;
      sender.sessions -= sessions;
    },
  };
}
