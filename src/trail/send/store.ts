import { LONGEST_WAIT, type Parcel } from './parcel.js';

/** What is in the database: a parcel, and until when the page that put it there looks after it, ms since 1970. */
interface Stored extends Parcel {
  readonly until: number;
}

/** Parcels that outlive the page, at most an hour. Nothing here rejects: where storage is blocked, it holds nothing. */
export interface Store {
  /** Keeps them, for this page until then; a parcel that is there already only gets the new time. */
  put(parcels: readonly Parcel[], until: number): void;
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

export function createStore(): Store {
  let opening: Promise<IDBDatabase> | undefined;
  /** Where those of this page are. The key comes later than the asking for it, but before what is asked next runs. */
  const places = new WeakMap<Parcel, { key?: number }>();

  const open = (): Promise<IDBDatabase> =>
    (opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(NAME, { autoIncrement: true });
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
  const each = (store: IDBObjectStore, visit: (stored: Stored, key: number) => Stored | null | undefined): void => {
    store.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor) return;
      const next = visit(cursor.value as Stored, cursor.key as number);
      if (next) cursor.update(next);
      else if (next === null) cursor.delete();
      cursor.continue();
    };
  };

  return {
    close,
    put(parcels, until) {
      for (const parcel of parcels) places.get(parcel) ?? places.set(parcel, {});
      void work((store) => {
        for (const parcel of parcels) {
          const place = places.get(parcel)!;
          store.put({ ...parcel, until }, place.key).onsuccess = ({ target }) => (place.key = (target as IDBRequest<number>).result);
        }
      });
    },
    async take(until) {
      const now = Date.now();
      const parcels: Parcel[] = [];
      let next: number | undefined;
      await work((store) =>
        each(store, (stored, key) => {
          const { until: others, ...parcel } = stored;
          if (now - stored.at > LONGEST_WAIT || stored.at > now) return null;
          if (others > now) {
            next = Math.min(others, next ?? others);
            return undefined;
          }
          places.set(parcel, { key });
          parcels.push(parcel);
          return { ...parcel, until };
        }),
      );
      return { parcels, next };
    },
    remove(parcels) {
      const known = parcels.filter((parcel) => places.has(parcel));
      if (known.length) void work((store) => known.forEach((parcel) => store.delete(places.get(parcel)!.key!)));
    },
    delete() {
      close();
      try {
        indexedDB.deleteDatabase(NAME);
      } catch {
        // Blocked: then there is nothing.
      }
    },
    forget: (isDead) => void work((store) => each(store, ({ sessionId }) => (isDead(sessionId) ? null : undefined))),
  };
}
