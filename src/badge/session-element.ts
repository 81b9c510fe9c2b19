import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { getSessionManager } from '../session/index.js';
import type { Session, SessionChange, SessionManager, SessionSource } from '../session/types.js';
import { asSignedIn, toSignedIn } from './converters.js';
import { fillInputs } from './fill-inputs.js';
import { followSession, unfollowSession } from './follow-session.js';

/** An element that follows the page's session: it renders again when the session moves, and tells its changes, each once. */
export class SessionElement extends LitElement {
  // A getter: a static field becomes a static block, which Safari has only since 16.4 and which costs all `#private` names.
  static override get properties(): PropertyDeclarations {
    return {
      signedIn: { attribute: 'signed-in', converter: toSignedIn },
      authCookie: { attribute: 'auth-cookie' },
      maxDuration: { attribute: 'max-duration' },
      inactivityTimeout: { attribute: 'inactivity-timeout' },
      persistence: {},
      cookie: {},
      cookieDomain: { attribute: 'cookie-domain' },
      sessionId: { attribute: 'session-id' },
      source: { attribute: false },
    };
  }

  /**
   * Whether the customer is signed in: `true` (or empty) or `false`. From true to false, also from one page to the next, a new session
   * begins. Absent (`undefined`) concludes nothing.
   */
  declare signedIn: boolean | undefined;
  /** Name of a cookie that scripts can read and that is there while the customer is signed in. When it goes, a new session begins. */
  declare authCookie: string | null | undefined;
  /** The longest that a session lasts: `24h` (default), `30m`, `90s`, `7d`, or ms. At least a second. */
  declare maxDuration: string | number | null | undefined;
  /** Begins a new session when the customer loaded no page, clicked and typed nothing for so long; as `max-duration`. Default: never. */
  declare inactivityTimeout: string | number | null | undefined;
  /**
   * Where the ID is kept: `cookie` (default), `tab` (sessionStorage) or, without consent, `memory`. From `cookie` to another one all
   * that is stored goes.
   */
  declare persistence: 'cookie' | 'tab' | 'memory' | null | undefined;
  /** Name of the cookie that holds the ID. Default `diagnostic_session`. `__Host-` names work on https. */
  declare cookie: string | null | undefined;
  /** Its `Domain`, for subdomains that share a session. Default: this host only. */
  declare cookieDomain: string | null | undefined;
  /** Your own ID, 8 to 64 of `A-Z a-z 0-9 _ -`. The badge then shows and copies it, and makes, stores and renews nothing. */
  declare sessionId: string | null | undefined;
  /** Another owner of the session: `{getSessionId(), subscribe(changed)}`. Wins over `session-id`. */
  declare source: SessionSource | null | undefined;

  #manager: SessionManager | null = null;
  /** Only while the element is connected. */
  #isFollowing = false;
  #told: SessionChange | undefined;
  /** When that was, in ms since 1970. */
  #toldAt = 0;
  /** What waits to be told; not there once the first has been. */
  #untold: SessionChange[] | undefined = [];
  /** `session-id` as a source: looked at whenever an attribute has changed. */
  #given: SessionSource | undefined;

  /** Read only: the manager of the page's session; null before the first connection. */
  get manager(): SessionManager | null {
    return this.#manager;
  }

  /** Read only: `{id, startedAt, persistence}` of the session that is shown; null until one is settled. */
  get session(): Session | null {
    return this.#manager && this.#manager.session;
  }

  /**
   * The ID before this one, for ten minutes: trouble that ends in a logout must stay reportable. Not where the customer has
   * reset the cookies, and so parted from it. Lives in the page's memory alone.
   */
  protected get earlierId(): string | undefined {
    const { previous, reason } = this.#told ?? {};
    return previous && reason != 'cookie-reset' && Date.now() - this.#toldAt < 600_000 ? previous.id : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A microtask later: a move in the DOM is a disconnection and a connection at once.
    queueMicrotask(() => this.isConnected || this.#unfollow());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('signedIn')) this.signedIn = asSignedIn(this.signedIn);
    if (!this.isConnected || (this.#isFollowing && !changed.size)) return;
    const { cookie, cookieDomain, authCookie, maxDuration, inactivityTimeout, sessionId, source } = this;
    this.#unfollow();
    const manager = (this.#manager = getSessionManager({
      cookie,
      cookieDomain,
      authCookie,
      maxDuration,
      inactivityTimeout,
      source: source ?? (sessionId == null ? null : (this.#given ??= { getSessionId: () => this.sessionId! })),
      // Told once: a re-connection says nothing about the customer.
      signedIn: changed.has('signedIn') ? this.signedIn : undefined,
      persistence: changed.has('persistence') ? this.persistence : undefined,
    }));
    fillInputs(manager);
    this.#isFollowing = true;
    followSession(manager, this, (change, isLate) => this.#hear(change, isLate));
  }

  #hear(change: SessionChange, isLate: boolean): void {
    if (change == this.#told) return;
    this.#told = change;
    // A badge that comes late hears of a change that was when the session began.
    this.#toldAt = (isLate && change.session.startedAt) || Date.now();
    const untold = this.#untold;
    if (!untold) return this.tell('session-change', change);
    // The first in a task of its own, so that scripts that follow the element in the page can listen for it. In a
    // hidden tab that comes up to a second later: what happens until then must not overtake it.
    if (untold.push(change) > 1) return;
    setTimeout(() => {
      this.#untold = undefined;
      untold.forEach((each) => this.tell('session-change', each));
    });
  }

  /** Ends the listening. */
  #unfollow(): void {
    if (this.#isFollowing) unfollowSession(this.#manager!, this);
    this.#isFollowing = false;
  }

  /** Dispatches an event of the badge's. */
  protected tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
