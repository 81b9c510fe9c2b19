import type { Process } from './process.ts';

type Handler = ((event: { target: unknown }) => unknown) | null;
type Stores = Map<string, Map<unknown, unknown>>;

const copy = (stores: Stores): Stores => new Map([...stores].map(([name, store]) => [name, new Map(store)]));

class Request {
  result: unknown;
  error: unknown = null;
  onsuccess: Handler = null;
  onerror: Handler = null;
  onblocked: Handler = null;
  onupgradeneeded: Handler = null;
  /** While the version changes. */
  transaction: { abort(): void } | null = null;
}

class Database {
  stores: Stores = new Map();
  readonly connections = new Set<Connection>();
  /** Of all pages: one runs, the others wait. */
  readonly transactions: Transaction[] = [];
  /** A deletion that waits for the last connection to close. */
  onUnused: (() => void) | undefined;
}

/** What a page has open. */
class Connection {
  readonly process: Process;
  readonly database: Database;
  /** Set while the version changes: stores may be made. */
  upgrades = true;
  #closing = false;
  #open = 0;

  constructor(process: Process, database: Database) {
    this.process = process;
    this.database = database;
    database.connections.add(this);
    process.onGone(() => this.#leave());
  }

  createObjectStore(name: string): void {
    if (!this.upgrades) throw new Error('InvalidStateError');
    this.database.stores.set(name, new Map());
  }

  transaction(stores: string | string[], _mode: 'readwrite'): Transaction {
    if (this.#closing) throw new Error('InvalidStateError');
    for (const name of [stores].flat()) if (!this.database.stores.has(name)) throw new Error('NotFoundError');
    this.#open++;
    return new Transaction(this, () => {
      this.#open--;
      if (this.#closing && !this.#open) this.#leave();
    });
  }

  /** Waits for the transactions. */
  close(): void {
    this.#closing = true;
    if (!this.#open) this.#leave();
  }

  #leave(): void {
    this.database.connections.delete(this);
    if (!this.database.connections.size) this.database.onUnused?.();
  }
}

/** Takes effect as a whole or not at all, after those begun before it. */
class Transaction {
  oncomplete: Handler = null;
  onabort: Handler = null;
  onerror: Handler = null;
  readonly #connection: Connection;
  readonly #finished: () => void;
  readonly #asked: (() => Request)[] = [];
  #stores: Stores = new Map();
  #over = false;

  constructor(connection: Connection, finished: () => void) {
    this.#connection = connection;
    this.#finished = finished;
    const { process, database } = connection;
    const forget = process.onGone(() => this.#end());
    process.up.send(() => {
      if (!process.alive) return forget();
      if (database.transactions.push(this) == 1) this.#start();
    });
  }

  objectStore(name: string) {
    const ask = (work: (store: Map<unknown, unknown>) => unknown): Request => {
      if (this.#over) throw new Error('TransactionInactiveError');
      const request = new Request();
      this.#asked.push(() => {
        request.result = work(this.#stores.get(name)!);
        return request;
      });
      return request;
    };
    return {
      get: (key: unknown) => ask((store) => structuredClone(store.get(key))),
      put: (value: unknown, key: unknown) => ask((store) => (store.set(key, structuredClone(value)), key)),
      delete: (key: unknown) => ask((store) => void store.delete(key)),
      clear: () => ask((store) => store.clear()),
    };
  }

  #start(): void {
    this.#stores = copy(this.#connection.database.stores);
    this.#goOn();
  }

  #goOn(): void {
    if (this.#over) return;
    const { process, database } = this.#connection;
    const ask = this.#asked.shift();
    if (ask) {
      process.later(() => {
        const request = ask();
        process.run(() => request.onsuccess?.({ target: request }));
        // When all that follows from the answer has been asked.
        process.later(() => this.#goOn(), 0);
      }, process.noise.below(6));
    } else {
      database.stores = this.#stores;
      this.#end();
      process.later(() => this.oncomplete?.({ target: this }));
    }
  }

  /** Over, by its completion or by the end of its page. */
  #end(): void {
    if (this.#over) return;
    this.#over = true;
    const { transactions } = this.#connection.database;
    const at = transactions.indexOf(this);
    if (at >= 0) transactions.splice(at, 1);
    const [next] = transactions;
    if (at == 0 && next) next.#start();
    this.#finished();
  }
}

/** The databases of an origin. What is opened or deleted under one name is so in turn. */
export class Databases {
  readonly #databases = new Map<string, Database>();
  readonly #lines = new Map<string, ((done: () => void) => void)[]>();

  /** `indexedDB` of a page. */
  factoryFor(process: Process) {
    return {
      open: (name: string): Request => this.#ask(process, name, (request, done) => this.#open(process, name, request, done)),
      deleteDatabase: (name: string): Request =>
        this.#ask(process, name, (request, done) => this.#delete(process, name, request, done)),
    };
  }

  #ask(process: Process, name: string, job: (request: Request, done: () => void) => void): Request {
    const request = new Request();
    process.up.send(() => this.#inTurn(name, (done) => job(request, done)));
    return request;
  }

  #inTurn(name: string, job: (done: () => void) => void): void {
    const line = this.#lines.get(name) ?? [];
    this.#lines.set(name, line);
    const next = () =>
      line[0]?.(() => {
        line.shift();
        next();
      });
    if (line.push(job) == 1) next();
  }

  #open(process: Process, name: string, request: Request, done: () => void): void {
    if (!process.alive) return done();
    let over = false;
    const end = () => {
      if (!over) done();
      over = true;
    };
    const database = this.#databases.get(name) ?? new Database();
    const succeed = () => {
      end();
      connection.upgrades = false;
      request.onsuccess?.({ target: request });
    };
    const connection = new Connection(process, database);
    request.result = connection;
    if (this.#databases.has(name)) {
      end();
      return process.later(succeed);
    }
    this.#databases.set(name, database);
    // Half made is not made.
    process.onGone(() => {
      if (!over) this.#databases.delete(name);
      end();
    });
    process.later(() => {
      let aborted = false;
      request.transaction = { abort: () => (aborted = true) };
      process.run(() => request.onupgradeneeded?.({ target: request }));
      request.transaction = null;
      if (!aborted) return process.later(succeed);
      database.connections.delete(connection);
      this.#databases.delete(name);
      end();
      process.later(() => request.onerror?.({ target: request }));
    });
  }

  #delete(process: Process, name: string, request: Request, done: () => void): void {
    const database = this.#databases.get(name);
    const finish = () => {
      if (database) database.onUnused = undefined;
      if (this.#databases.get(name) == database) this.#databases.delete(name);
      process.later(() => request.onsuccess?.({ target: request }));
      done();
    };
    if (!database?.connections.size) finish();
    else database.onUnused = finish;
  }
}
