import { cookieStore, readCookie, readSettledCookie, type Found } from './cookie.js';
import { NAME } from './hint.js';
import { within } from './sleep.js';

/**
 * Decides on an ID, given what other tabs have just decided (the cookie, then the arbiter's own record): takes over one
 * of those, or makes a new one and writes the cookie.
 */
export type Elect = (...rivals: unknown[]) => string;

/** How long a record is kept, and decides at most, in ms: longer than any browser takes to show a cookie to its other tabs. */
const VALID = 5000;
/**
 * How long to wait for an arbiter, in ms: some never answer, such as a lock that a frozen tab holds. Long enough for the
 * queue of eight tabs on a busy machine, where a turn of the last has taken a second.
 */
const PATIENCE = 3000;
/** Counts how often the records were forgotten. */
let generation = 0;

/**
 * Lets one tab of the origin decide at a time, and each see what the one before decided. A Web Lock alone does not do:
 * `document.cookie` can lag behind it. An awaited `cookieStore` call inside the lock does, and so does an IndexedDB
 * transaction with a record of what was decided, which is there on plain http, too. `valid`: how old a record may be, in ms.
 * Answers what was decided, and what is found in the cookie after that.
 */
export async function arbitrate(name: string, elect: Elect, valid = VALID): Promise<readonly [id: string, ...found: Found]> {
  let id: string | undefined;
  let found: Found | undefined;
  try {
    await within(
      PATIENCE,
      cookieStore
        ? navigator.locks.request(NAME, async () => {
            const [rival] = await readSettledCookie(name);
            id ??= elect(rival);
            // The acknowledgement: the next holder of the lock will see what was written.
            found = await readSettledCookie(name);
          })
        : inStore(name, ([winner, at], store) => {
            const [seen] = readCookie(name);
            // A page that was loaded after it was made sees the cookie itself, or that the customer has deleted it since. When
            // it was loaded is worked out by the clock of this moment, which may have been set back since.
            const since = Date.now() - Math.min(performance.now(), valid);
            id ??= elect(seen, at! >= since && winner);
            // Not what was only seen: that may be late, and the record right. Nor what is kept out of the cookie.
            if (id != winner && id != seen && id == readCookie(name)[0]) store.put([id, Date.now()], name);
            // Not kept past its use: a record is a copy of an ID, which must not outlive the session.
            const mine = generation;
            setTimeout(() => {
              if (mine == generation) inStore(name, ([kept], again) => kept == id && again.delete(name)).catch(() => {});
            }, VALID);
          }),
    );
  } catch {
    // No arbiter here: storage blocked, or an opaque origin. Tabs that share a cookie all the same go along with the last
    // writer's ID at their next look.
  }
  id ??= elect((await readSettledCookie(name))[0]);
  return [id, ...(found ?? (await readSettledCookie(name)))];
}

/** Reads the arbiter's record and works on its store, one tab at a time; closes the connection at once: an open one blocks clearing of data. */
function inStore(
  name: string,
  work: (record: [winner?: string, at?: number], store: IDBObjectStore) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(NAME);
    open.onupgradeneeded = () => open.result.createObjectStore(NAME);
    open.onerror = reject;
    open.onsuccess = () => {
      const transaction = open.result.transaction(NAME, 'readwrite');
      const store = transaction.objectStore(NAME);
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
      const get = store.get(name);
      get.onsuccess = () => work(get.result ?? [], store);
      // Waits for the transaction.
      open.result.close();
    };
  });
}

/** Deletes the records, with everything around them, which nothing that is still to be tidied up brings back. */
export function forgetRecords(): void {
  generation++;
  indexedDB.deleteDatabase(NAME);
}
