import vm from 'node:vm';
import type { Session, SessionChange, SessionManager } from '../../src/session/index.ts';
import type { Engine } from './engine.ts';
import { globalsOf, type Witness } from './globals.ts';
import type { Origin } from './origin.ts';
import { Page } from './page.ts';

/** Who watches what the engine does in a visit. */
export interface Watcher {
  log(visit: Visit, ...words: unknown[]): void;
  told(visit: Visit, change: SessionChange): void;
  shown(visit: Visit, session: Session | null): void;
  wrote(visit: Visit, cookie: string): void;
  failed(visit: Visit, what: string): void;
}

/** A page with the engine in it. */
export interface Visit {
  readonly name: string;
  readonly page: Page;
  readonly manager: SessionManager;
  readonly told: readonly SessionChange[];
}

/** A tab: one visit after another. */
export class Tab {
  readonly name: string;
  visit!: Visit;
  readonly #origin: Origin;
  readonly #engine: vm.Script;
  readonly #watcher: Watcher;
  readonly #session = new Map<string, string>();
  #count = 0;

  constructor(name: string, origin: Origin, engine: vm.Script, watcher: Watcher) {
    this.name = name;
    this.#origin = origin;
    this.#engine = engine;
    this.#watcher = watcher;
  }

  /** Loads the page (again), which asks for the session at once, as a badge does. */
  load(hidden: boolean): void {
    const watcher = this.#watcher;
    const page = new Page(this.#origin, this.#session, hidden);
    const told: SessionChange[] = [];
    const visit = { name: this.name + ++this.#count, page, told, manager: undefined as unknown as SessionManager };
    this.visit = visit;
    page.process.onUncaught = (error) => watcher.failed(visit, `does not catch ${String(error)}`);
    const witness: Witness = {
      wrote: (cookie) => watcher.wrote(visit, cookie),
      said(level, text) {
        watcher.log(visit, `console.${level}`, text);
        if (level == 'error') watcher.failed(visit, `says console.error ${text}`);
      },
    };
    const realm = vm.createContext(vm.constants.DONT_CONTEXTIFY) as unknown as typeof globalThis;
    Object.assign(realm, globalsOf(page, witness));
    realm.Date.now = () => this.#origin.clock.date;
    realm.Math.random = () => page.process.noise.below(1000) / 1000;
    watcher.log(visit, hidden ? 'loads, hidden' : 'loads');
    page.process.run(() => {
      const engine = this.#engine.runInContext(realm as unknown as vm.Context) as Engine;
      visit.manager = engine.getSessionManager({});
      // Where the engine tells its steps.
      Object.assign(visit.manager, { debug: (...words: unknown[]) => watcher.log(visit, 'debug', ...words) });
      visit.manager.onChange((change) => {
        watcher.told(visit, change);
        told.push(change);
      });
      const shown = () => watcher.shown(visit, visit.manager.session);
      visit.manager.subscribe(shown);
      shown();
    });
  }
}
