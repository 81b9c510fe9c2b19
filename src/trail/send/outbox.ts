import { hint } from '../../session/hint.js';
import { LARGEST, LONGEST_WAIT, type Parcel } from './parcel.js';
import { post } from './post.js';
import type { Store } from './store.js';

/** The most that waits here, in characters; the oldest go first. */
const MOST = 2_000_000;
/** The first wait after a failure, and the longest, ms. */
const FIRST_WAIT = 1_000;
const LAST_WAIT = 60_000;
/** How long after its next try this page still looks after what it has stored, ms. */
const GRACE = 15_000;

/** What waits to be delivered. */
export interface Outbox {
  /** Takes records to send, and sends them unless the endpoint has asked for patience. */
  add(parcels: readonly Parcel[]): void;
  /** Sends what waits, likewise. Settles when that has been tried. */
  send(): Promise<void>;
  /** The page may be going, or is: what can be sent without waiting for an answer is, the rest is stored for the next one. */
  leave(isGoing: boolean): void;
  /** Takes over what pages before this one have left. */
  resume(): Promise<void>;
  /** Throws away what waits, here and in the store, of those sessions or of all. */
  clear(isDead?: (sessionId: string) => boolean): void;
  stop(): void;
}

/** What the outbox asks for. */
export interface OutboxOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly store: Store;
  /** Whether anything may be sent at this moment. */
  readonly maySend: () => boolean;
  /** Whether anything may outlive the page at this moment. */
  readonly mayStore: () => boolean;
  /** So many records of that session were given up. */
  readonly lost: (records: number, sessionId: string) => void;
}

/** Delivers to the endpoint: in order, one request at a time, one session in each; keeps what is refused for the moment. */
export function createOutbox({ url, headers, store, maySend, mayStore, lost }: OutboxOptions): Outbox {
  let queue: Parcel[] = [];
  /** Those of the queue that are on their way. */
  const sent = new Set<Parcel>();
  let sending: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resuming: ReturnType<typeof setTimeout> | undefined;
  /** Failures in a row; undefined until the endpoint has answered at all. */
  let failures: number | undefined;
  /** No request before that, ms since 1970. */
  let notBefore = 0;
  /** The page is being left, or away: what is stored now other pages take over, or this one, should it come back. */
  let isGone = false;
  /** How often the page has come back from that. */
  let era = 0;
  // The one before ours was put on it: what the trail sends is no action of the page's.
  const { fetch } = globalThis;

  const isTrouble = (): boolean => !maySend() || navigator.onLine === false || Date.now() < notBefore;

  /** The first of those that wait, of one session, as many as fit; one always does. */
  function nextParcels(room = LARGEST): Parcel[] {
    const waiting = queue.filter((parcel) => !sent.has(parcel));
    const own = waiting.filter(({ sessionId }) => sessionId == waiting[0]!.sessionId);
    const first = own.findIndex(({ logs }) => (room -= logs.length + 1) < 0);
    return first < 0 ? own : own.slice(0, first || 1);
  }

  function drop(parcels: readonly Parcel[]): void {
    queue = queue.filter((parcel) => !parcels.includes(parcel));
    store.remove(parcels);
  }

  /** Sends them, and forgets those that need no second try. */
  async function deliver(parcels: readonly Parcel[]): Promise<void> {
    const mine = era;
    parcels.forEach((parcel) => sent.add(parcel));
    const body = `{"resourceLogs":[${parcels.map(({ logs }) => logs).join()}]}`;
    // After a failure it is in the store, and a `keepalive` may have been one too many in the page.
    const answer = await post(fetch, url, { 'content-type': 'application/json', ...headers }, body, !failures);
    if (mine != era) return;
    parcels.forEach((parcel) => sent.delete(parcel));
    if (answer.hint) hint('trail-endpoint', url, 'warn', answer.hint);
    if (answer.then != 'retry') drop(parcels);
    // What is refused is gone, and what comes next waits all the same: no storm of requests to what is no endpoint.
    if (answer.then == 'done') failures = 0;
    else pause(answer.after);
  }

  function save(parcels: readonly Parcel[]): void {
    if (!parcels.length || !mayStore()) return;
    if (!isGone) return store.put(parcels, Math.max(notBefore, Date.now()) + GRACE);
    store.leave(parcels);
    queue = queue.filter((parcel) => !parcels.includes(parcel));
  }

  /** The oldest go where there are too many, and those that are worth nothing any more. */
  function trim(): void {
    let room = MOST;
    const oldest = Date.now() - LONGEST_WAIT;
    const gone = [...queue].reverse().filter((parcel) => (room -= parcel.logs.length) < 0 || parcel.at < oldest);
    if (!gone.length) return;
    drop(gone);
    for (const { records, sessionId } of gone) lost(records, sessionId);
  }

  /** No request for a while: as long as the server says, else twice as long as before, and not at the second of all other pages. */
  function pause(after: number | undefined): void {
    const backoff = Math.min(FIRST_WAIT * 2 ** (failures ?? 0), LAST_WAIT) * (0.8 + 0.4 * Math.random());
    const ms = Math.min(after ?? backoff, LONGEST_WAIT);
    failures = (failures ?? 0) + 1;
    notBefore = Date.now() + ms;
    clearTimeout(timer);
    timer = setTimeout(run, ms);
    trim();
    save(queue);
  }

  async function sendAll(): Promise<void> {
    const mine = era;
    while (mine == era && queue.length > sent.size && !isTrouble()) await deliver(nextParcels());
    // Not before the endpoint has answered well: a page that is left has no time to open it again.
    if (!queue.length && failures === 0) store.close();
  }

  const run = (): Promise<void> => {
    const work = (sending ??= sendAll().finally(() => sending == work && (sending = undefined)));
    return work;
  };
  const onOnline = (): void => void run();
  addEventListener('online', onOnline);

  async function resume(): Promise<void> {
    if (isGone) {
      // Firefox answers nothing more of what was on its way when the page was left. It has been delivered, or is in the store.
      era++;
      queue = queue.filter((parcel) => !sent.has(parcel));
      sent.clear();
      sending = undefined;
      isGone = false;
    }
    if (!mayStore()) return;
    const { parcels, next } = await store.take(Date.now() + GRACE);
    queue.unshift(...parcels);
    clearTimeout(resuming);
    if (next) resuming = setTimeout(resume, next - Date.now() + 1);
    await run();
  }

  return {
    add(parcels) {
      queue.push(...parcels);
      trim();
      if (isTrouble()) save(parcels);
      else void run();
    },
    send: run,
    leave(isGoing) {
      const isHealthy = !isTrouble() && !failures;
      let room = LARGEST;
      while (isHealthy && queue.length > sent.size && room > 0) {
        const parcels = nextParcels(room);
        room -= parcels.reduce((sum, { logs }) => sum + logs.length, 0);
        void deliver(parcels);
      }
      // What goes to an endpoint that has answered well so far is as good as delivered. To one that has not answered yet it is
      // sent and kept, too: the same record twice is known by its uid.
      isGone ||= isGoing;
      save(isHealthy && failures === 0 ? queue.filter((parcel) => !sent.has(parcel)) : queue);
    },
    resume,
    clear(isDead) {
      queue = isDead ? queue.filter(({ sessionId }) => !isDead(sessionId)) : [];
      if (!isDead) store.delete();
      else if (mayStore()) store.forget(isDead);
    },
    stop() {
      removeEventListener('online', onOnline);
      clearTimeout(timer);
      clearTimeout(resuming);
      store.close();
    },
  };
}
