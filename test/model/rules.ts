import type { Session, SessionChange, SessionReason } from '../../src/session/index.ts';
import type { Origin } from './origin.ts';
import { UP } from './replica.ts';
import { MOST_TABS } from './scenario.ts';
import type { Visit, Watcher } from './tab.ts';

export const COOKIE = 'diagnostic_session';
const VALID = /^(?!undefined$)[A-Za-z0-9_-]{8,64}$/;
const FIRST: ReadonlySet<SessionReason> = new Set(['invalid', 'expired', 'logout', 'resume', 'start']);
/** What ends a session for good. */
const DEADLY: ReadonlySet<SessionReason> = new Set(['logout', 'cookie-reset', 'expired', 'renew']);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So many resets in a minute are renewals; those after them are a clear loop. */
const RESETS = 3;
/** In ms, with what arbitration takes. */
const SAME_LOGOUT = 1200;
/** How long after it has written the cookie an engine still reads it back, in ms. */
const READ_BACK = 100;

export const isValid = (id: unknown): id is string => typeof id == 'string' && VALID.test(id);

/** Judges all that the engines of an origin do, as they do it. The first breach stays. */
export class Rules implements Watcher {
  readonly #origin: Origin;
  readonly #lines: string[] = [];
  breach: string | undefined;
  /** All IDs that the cookie has held, in order. */
  readonly held: string[] = [];
  /** How often something other than the engine has taken the ID out of the cookie, or given it one of its own. */
  #spoils = 0;
  #spoilt = -Infinity;
  /** Counts what may make a second successor of a session right. */
  #disturbances = 0;
  /** That count when an engine first wrote an ID. */
  readonly #written = new Map<string, number>();
  /** Who has followed a session, or nothing. */
  readonly #heirs = new Map<string, string>();
  /** Set while a page reads the ID, and cannot wait for an arbiter. */
  #reading = false;
  /** IDs made meanwhile: several pages may do so, then all but one are told to adopt another. */
  readonly #provisional = new Set<string>();
  /** IDs of tabs whose cookie has been taken away at once. */
  readonly #kept = new Set<string>();
  /** Whether nobody has cleared localStorage, and no page has crashed that might have written there. */
  factsKept = true;
  /** How many new sessions there have been reasons for. */
  causes = 1;
  /** Cookies written by engines, and by when the last was. */
  writes = 0;
  lastWrite = 0;
  lastTold = 0;
  /** When sessions began because the cookie was gone or spoilt. */
  resets: number[] = [];
  readonly #dead = new Map<Visit, Set<string>>();
  /** Who has made an ID, why, and when: by the date, and in ms of the clock. */
  readonly #made = new Map<string, { visit: Visit; reason: SessionReason; date: number; now: number }>();

  constructor(origin: Origin) {
    this.#origin = origin;
    origin.cookies.onCommit = (name, value) => {
      this.#line('jar', value === undefined ? 'deletes' : 'has', value ?? '');
      if (name != COOKIE || !isValid(value)) return;
      if (this.held.at(-1) != value) this.held.push(value);
      // On plain http a tab that takes over an ID writes it once more, which may arrive after a successor's.
      if (this.#heirs.has(value)) this.disturb();
    };
  }

  get cookie(): string | undefined {
    return this.#origin.cookies.get(COOKIE);
  }

  get timeline(): string {
    return this.#lines.join('\n');
  }

  #line(...words: unknown[]): void {
    this.#lines.push(`${String(this.#origin.clock.now).padStart(6)} ${words.join(' ')}`);
  }

  /** Something after which a second new session may be right, now and when it has reached the browser. */
  disturb(): void {
    this.causes++;
    this.#disturbances++;
    this.#origin.clock.after(UP, () => this.#disturbances++);
  }

  /** Something other than the engine takes the cookie away, or writes it. */
  spoil(): void {
    this.disturb();
    this.#spoils++;
    this.#spoilt = this.#origin.clock.now;
  }

  log(visit: Visit | undefined, ...words: unknown[]): void {
    this.#line(visit?.name ?? '-', ...words);
  }

  failed(visit: Visit | undefined, what: string): void {
    this.breach ??= `${visit?.name ?? 'in the end'}: ${what}`;
    this.log(visit, '✗', what);
  }

  /** The IDs that a page has seen end. */
  deadIn(visit: Visit): Set<string> {
    let dead = this.#dead.get(visit);
    if (!dead) this.#dead.set(visit, (dead = new Set()));
    return dead;
  }

  told(visit: Visit, { session: { id, persistence }, previous, reason, source, sequence }: SessionChange): void {
    const { date, now } = this.#origin.clock;
    const last = visit.told.at(-1);
    const fail = (what: string) => this.failed(visit, what);
    this.lastTold = now;
    this.log(visit, 'tells', reason, source, id, '<-', previous?.id ?? null, persistence == 'cookie' ? '' : persistence);

    if (sequence != visit.told.length + 1) fail(`sequence ${sequence} after ${last?.sequence ?? 0}`);
    if (id == last?.session.id) fail(`tells ${id} twice`);
    if (previous?.id == id) fail('previous is current');
    if (!last && !FIRST.has(reason) && !(reason == 'renew' && this.askedEarly.has(visit)))
      fail(`the first change is ${reason}`);
    // A page that is loaded with a session that has ended has not told that one.
    const expected = reason == 'invalid' ? undefined : last?.session.id;
    const resumed = !last && (reason == 'expired' || reason == 'logout') && isValid(previous?.id);
    if (previous?.id != expected && !resumed) fail(`previous is ${previous?.id}, not ${expected}`);
    if (last && (reason == 'start' || reason == 'resume')) fail(`${reason} is not the first change`);

    if (source != 'this-tab' && last && !this.#provisional.has(last.session.id)) this.#judgeReason(visit, id, reason);

    const dead = this.deadIn(visit);
    if (dead.has(id)) fail(`tells the dead ${id}`);
    if (previous && DEADLY.has(reason)) dead.add(previous.id);

    if (source == 'this-tab') {
      const made = this.#made.get(id);
      if (made && this.#origin.mode != 'bare') fail(`${id} is this-tab in ${made.visit.name}, too`);
      this.#made.set(id, { visit, reason, date, now });
      if (this.#reading) this.#provisional.add(id);
      else if (this.#origin.mode != 'bare') this.#judgeHeir(visit, previous?.id ?? reason, id);
      if (persistence == 'cookie' && (reason == 'cookie-reset' || reason == 'invalid')) {
        const recent = this.resets.filter((at) => Math.abs(date - at) < MINUTE);
        // Of two at the same moment localStorage, which nobody arbitrates, may lose one.
        this.resets = date - (recent.at(-1) ?? 0) < READ_BACK ? recent : [...recent, date];
        // So may it where a tab notes what it knows of somebody else's ID.
        if (this.resets.length > RESETS + (this.factsKept ? 0 : 1) && this.#origin.mode != 'bare')
          fail(`${this.resets.length} resets in a minute`);
      }
    }
  }

  /** Visits whose host asked for another session before there was one. */
  readonly askedEarly = new Set<Visit>();

  shown(visit: Visit, session: Session | null): void {
    if (!session) return;
    const { id, persistence } = session;
    if (!isValid(id)) this.failed(visit, `shows ${JSON.stringify(id)}`);
    if (this.deadIn(visit).has(id)) this.failed(visit, `shows the dead ${id}`);
    if (persistence == 'memory') this.#judgeMemory(visit, id);
    if (persistence == 'tab') this.#judgeTab(visit, id);
  }

  /** Tabs learn why another one began a session, unless they have a cause of their own to tell. */
  #judgeReason(visit: Visit, id: string, reason: SessionReason): void {
    const made = this.#made.get(id);
    if (!made || reason != 'adopted' || made.reason == 'start' || this.#origin.mode == 'bare') return;
    // What is stored tells of the latest session only, as long as nobody clears it.
    if (this.factsKept && [...this.#written.keys()].at(-1) == id)
      this.failed(visit, `adopted is ${made.reason} in ${made.visit.name}`);
  }

  /** A session has one successor. */
  #judgeHeir(visit: Visit, before: string, id: string): void {
    const other = this.#heirs.get(before);
    const written = this.#written.get(id);
    if (other && written !== undefined && this.#written.get(other) == written)
      this.failed(visit, `${before} is followed by ${id}, and by ${other}`);
    this.#heirs.set(before, id);
  }

  /** The cookie is given up only where something takes it away again and again. */
  #judgeMemory(visit: Visit, id: string): void {
    const { mode } = this.#origin;
    // Without an arbiter each tab has its own answer to what has been done once. On plain http a tab that follows may write the
    // cookie of a session that has just ended: mending that counts as one more. The next look takes the ID out of memory again.
    const most = { secure: RESETS, 'plain http': RESETS - 1, bare: 0 }[mode];
    if (this.#spoils > most) return;
    // A late write of an ID that had ended met a renewal: some took it for what another tab had begun, the others know better.
    if ([...this.#dead.values()].some((dead) => dead.has(id))) return;
    this.failed(visit, `keeps ${id} in memory`);
  }

  /** Nothing is blocked here. But what is taken away before it has been read back looks as if it were. */
  #judgeTab(visit: Visit, id: string): void {
    if (this.#origin.clock.now - this.#spoilt < READ_BACK) this.#kept.add(id);
    if (!this.#kept.has(id)) this.failed(visit, `keeps ${id} in tab`);
  }

  wrote(visit: Visit, text: string): void {
    this.log(visit, 'writes', text);
    this.writes++;
    const id = text.slice(COOKIE.length + 1, text.indexOf(';'));
    if (text.startsWith(COOKIE + '=') && !this.#written.has(id)) this.#written.set(id, this.#disturbances);
    this.lastWrite = this.#origin.clock.now;
  }

  read(visit: Visit): void {
    this.#reading = true;
    const id = visit.manager.getSessionId();
    this.#reading = false;
    this.log(visit, 'reads', id);
    if (id !== (visit.manager.session?.id ?? null)) this.failed(visit, `reads ${id}, shows ${visit.manager.session?.id}`);
    if (id !== null) this.fresh(visit, id);
  }

  /** Asked of an ID just after something that ends what has expired. */
  fresh(visit: Visit, id: string): void {
    const made = this.#made.get(id);
    if (!made) return;
    const age = this.#origin.clock.date - made.date;
    if (age > 24 * HOUR || age < -10 * MINUTE - 1000) this.failed(visit, `${id} has expired`);
  }

  /** What `renew()` has answered. */
  renewed(visit: Visit, reason: 'logout' | 'renew', before: string | undefined, session: Session | null): void {
    this.log(visit, 'answers', reason, session?.id);
    if (!session) return this.failed(visit, `${reason} answers ${session}`);
    if (session.id != before) return;
    // A logout within a second of another is the same one. Nothing is known of what a page began that crashed before it told.
    const made = this.#made.get(session.id);
    const isSame = !made || (made.reason == 'logout' && this.#origin.clock.now - made.now < SAME_LOGOUT);
    if (reason == 'renew' || !isSame) this.failed(visit, `${reason} changes nothing`);
  }

  /** Whether the tabs have come to rest on one ID, that of the cookie. */
  agree(visits: readonly Visit[]): void {
    const { cookie } = this;
    for (const visit of visits) {
      const { session } = visit.manager;
      if (!session) this.failed(visit, 'shows nothing');
      else if (session.id != visit.told.at(-1)?.session.id) this.failed(visit, `shows ${session.id}, has not told it`);
      else if (
        session.persistence == 'cookie'
          ? session.id != cookie
          : isValid(cookie) && !this.deadIn(visit).has(cookie) && session.id != cookie
      )
        this.failed(visit, `has ${session.id} in ${session.persistence}, the cookie is ${cookie}`);
    }
  }

  /** Whether the tabs in the background must have heard of what is in the cookie now: what an engine has put there. */
  get isToldToAll(): boolean {
    return this.#written.get(this.cookie ?? '') == this.#disturbances;
  }

  /** No more sessions than there were causes, and no storm: each tab answers a cause with a write or two. */
  count(): void {
    const { causes, writes } = this;
    if (writes > 2 * MOST_TABS * causes) this.failed(undefined, `${writes} writes for ${causes} causes`);
    if (this.#origin.mode != 'bare' && this.#made.size > causes + this.#provisional.size)
      this.failed(undefined, `${this.#made.size} sessions for ${causes} causes`);
  }
}
