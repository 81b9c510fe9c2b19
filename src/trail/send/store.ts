import { attempt } from '../../session/attempt.js';
import { LONGEST_WAIT, type Parcel } from './parcel.js';

/** What is in the database: a parcel, and until when the page that put it there looks after it, ms since 1970. */
interface Stored extends Parcel {
  readonly until: number;
}

/** Parcels that outlive the page, at most an hour. Nothing here rejects: where storage is blocked, it holds nothing. */
export interface Store {
  /** Keeps them, for this page until then; a parcel that is there already only gets the new time. */
  put(parcels: readonly Parcel[], until: number): void;
  /** The same for a page that is being left: the next one in this tab takes them over at once, any other a little later. */
  leave(parcels: readonly Parcel[]): void;
  /** What no other page looks after; from now on this one does, until then. Forgets what is too old. `next` is when to ask again. */
  take(until: number): Promise<{ parcels: Parcel[]; next: number | undefined }>;
  remove(parcels: readonly Parcel[]): void;
  /** Forgets those of which `isDead` says so. */
  forget(isDead: (sessionId: string) => boolean): void;
  /** Forgets all, and that there was anything. */
  delete(): void;
  /** Lets go of the database until it is needed again: an open one can cost a page its place in the back/forward cache. */
  close(): void;
}

const NAME = 'session-id-badge-trail';

/** How long the next page in this tab has for taking over before others do, ms. */
const TURN = 5_000;

/** What the page before has left in this tab. WebKit writes nothing more to a database when a page goes, but this. */
const readOwn = (): Parcel[] => {
  const found: unknown = attempt(() => JSON.parse(sessionStorage.getItem(NAME)!));
  // Whoever else writes there: what is no parcel would break the request that it is put into.
  return Array.isArray(found)
    ? found.filter((parcel) => typeof parcel?.logs == 'string' && parcel.uid && parcel.sessionId)
    : [];
};

const writeOwn = (parcels: readonly Parcel[]): void =>
  attempt(() => (parcels.length ? sessionStorage.setItem(NAME, JSON.stringify(parcels)) : sessionStorage.removeItem(NAME)));

export function createStore(): Store {
  let opening: Promise<IDBDatabase> | undefined;
  /** Those of this page that are or were there: what was never put there need not be looked for. */
  const known = new WeakSet<Parcel>();

  const open = (): Promise<IDBDatabase> =>
    (opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(NAME, { keyPath: 'uid' });
      request.onerror = request.onblocked = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        database.onversionchange = database.onclose = close;
        resolve(database);
      };
    }));

  function close(): void {
    opening?.then((database) => database.close()).catch(() => {});
    opening = undefined;
  }

  /** Runs in one transaction. At once where the database is open: a page that is being left has no time for more. */
  async function work(task: (store: IDBObjectStore) => void): Promise<void> {
    try {
      const transaction = (await open()).transaction(NAME, 'readwrite');
      task(transaction.objectStore(NAME));
      await new Promise((resolve) => (transaction.oncomplete = transaction.onabort = resolve));
    } catch {
      // Blocked, full, or gone: the records are in the page's memory.
      opening = undefined;
    }
  }

  /** Visits each; `visit` answers what to put in its place, null to delete it, undefined to leave it. */
  const each = (store: IDBObjectStore, visit: (stored: Stored) => Stored | null | undefined): void => {
    store.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor) return;
      const next = visit(cursor.value as Stored);
      if (next) cursor.update(next);
      else if (next === null) cursor.delete();
      cursor.continue();
    };
  };

  const put = (parcels: readonly Parcel[], until: number): void =>
    void work((store) => {
      for (const parcel of parcels) {
        known.add(parcel);
        store.put({ ...parcel, until });
      }
      // Chromium aborts what has not been committed when the page goes.
      store.transaction.commit?.();
    });

  return {
    close,
    put,
    leave(parcels) {
      put(parcels, Date.now() + TURN);
      writeOwn([...readOwn(), ...parcels]);
    },
    async take(until) {
      const now = Date.now();
      const isOld = ({ at }: Parcel) => now - at > LONGEST_WAIT || at > now;
      const parcels = readOwn().filter((parcel) => !isOld(parcel));
      writeOwn([]);
      const own = new Set(parcels.map(({ uid }) => uid));
      if (own.size) put(parcels, until);
      let next: number | undefined;
      await work((store) =>
        each(store, (stored) => {
          const { until: others, ...parcel } = stored;
          if (isOld(stored)) return null;
          if (own.has(stored.uid)) return undefined;
          if (others > now) {
            next = Math.min(others, next ?? others);
            return undefined;
          }
          known.add(parcel);
          parcels.push(parcel);
          return { ...parcel, until };
        }),
      );
      return { parcels, next };
    },
    remove(parcels) {
      if (parcels.some((parcel) => known.has(parcel))) {
        void work((store) => parcels.forEach(({ uid }) => store.delete(uid)));
      }
    },
    delete() {
      close();
      writeOwn([]);
      attempt(() => indexedDB.deleteDatabase(NAME));
    },
    forget(isDead) {
      writeOwn(readOwn().filter(({ sessionId }) => !isDead(sessionId)));
      void work((store) => each(store, ({ sessionId }) => (isDead(sessionId) ? null : undefined)));
    },
  };
}
