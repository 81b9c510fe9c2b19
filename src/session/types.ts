/** Where the ID is kept: in the cookie, in this tab's `sessionStorage`, in this page's memory, or by the host itself. */
export type SessionPersistence = 'cookie' | 'tab' | 'memory' | 'host';

/**
 * Why a session is the one that it is now.
 * - `start` / `resume`: a page load without / with a live ID
 * - `cookie-reset`: a page that had seen the cookie found it gone
 * - `logout`: the host said so, or its login went
 * - `expired`: it was too old, or unused for too long
 * - `invalid`: what stood in the cookie was no ID
 * - `renew`: the host asked for a new one for a reason of its own
 * - `adopted`: another writer put a different valid ID there
 */
export type SessionReason = 'start' | 'resume' | 'cookie-reset' | 'logout' | 'expired' | 'invalid' | 'renew' | 'adopted';

/** One session. Frozen. */
export interface Session {
  /** 16 characters when made here, 8 to 64 when it is a server's or another SDK's. */
  readonly id: string;
  /** When it began, in ms since 1970; for an ID that was not made here, when it was first seen. Null where nobody knows. */
  readonly startedAt: number | null;
  readonly persistence: SessionPersistence;
}

/** What `session-change` and {@link SessionManager.onChange} tell. Frozen; every badge of a page tells the same object. */
export interface SessionChange {
  readonly session: Session;
  /** The session before, in this page only; null for `start`, `resume` and `invalid`. */
  readonly previous: Session | null;
  readonly reason: SessionReason;
  /** `this-tab` made the new ID, `other-tab` means another tab did, `outside` is a resumed, server-made or host-owned ID. */
  readonly source: 'this-tab' | 'other-tab' | 'outside';
  /** Counts the changes of a manager on this page, from 1. */
  readonly sequence: number;
}

/** An owner of session IDs other than this package, such as another SDK. A {@link SessionManager} is one, too. */
export interface SessionSource {
  /** The current ID, or null while there is none. */
  getSessionId(): string | null;
  /** Calls back whenever `getSessionId()` may answer something else; returns what ends that. Not there: it never does. */
  subscribe?(changed: () => void): () => void;
}

/** A session in OpenTelemetry's shape. */
export interface ObservedSession {
  id: string;
  /** ms since 1970. */
  startTimestamp: number;
}

/** The `SessionObserver` of OpenTelemetry's web packages. `onSessionEnded` comes before the `onSessionStarted` that follows it. */
export interface SessionObserver {
  onSessionStarted?(newSession: ObservedSession, previousSession?: ObservedSession): void;
  onSessionEnded?(session: ObservedSession): void;
}

/** What {@link getSessionManager} takes. Whatever is left out asks for nothing. */
export interface SessionOptions {
  /** Name of the cookie. Default `diagnostic_session`. Names that carry logins are refused. */
  cookie?: string | null;
  /** `Domain` of the cookie, for subdomains that share a session. Default: this host only. The first one given counts. */
  cookieDomain?: string | null;
  /**
   * Whether the customer is signed in. Going from `true` to `false`, also across page loads, begins a new session for
   * `logout`. The latest one given counts; `undefined` concludes nothing.
   */
  signedIn?: boolean | undefined;
  /** Name of a script-readable cookie that is there while the customer is signed in; its going is a `logout`. The first one given counts. */
  authCookie?: string | null;
  /**
   * The longest that a session lasts: `24h`, `30m`, `45s`, `7d`, or ms. Default 24 hours, at least a second. Acted on when a page loads, when the
   * customer clicks or types outside what shows the session, and by {@link SessionManager.getSessionId}. The first one given counts.
   */
  maxDuration?: string | number | null;
  /**
   * Begins a new session for `expired` when the customer loaded no page, clicked and typed nothing for so long; as
   * `maxDuration`. Default: never. The first one given counts.
   */
  inactivityTimeout?: string | number | null;
  /**
   * Where the ID is kept: in the `cookie` (default), in this `tab`'s sessionStorage, or, without consent, in nothing but
   * `memory`. From `cookie` to another one all that is stored goes, in every tab; the ID stays. The latest one given counts.
   */
  persistence?: 'cookie' | 'tab' | 'memory' | null;
  /** Shows somebody else's ID: nothing is then made, stored or renewed here. */
  source?: SessionSource | null;
}

/** Lines of plain text about the current session; a function is asked anew each time. */
export type SessionLines = readonly string[] | (() => readonly string[]);

/** The session of a page. Fits OpenTelemetry's `SessionProvider`, and is a {@link SessionSource} itself. */
export interface SessionManager extends SessionSource {
  /**
   * What is shown as the current session, also when it has expired and nothing has happened since; null until it is settled, while
   * prerendering, and on a server.
   */
  readonly session: Session | null;
  /**
   * The ID of the current session at this moment, null where there is none. When that has expired, begins the next
   * one and answers its ID at once; where another tab was faster, that is told as `adopted`.
   */
  getSessionId(): string | null;
  /** Calls back whenever `session` has changed, or is being settled anew; returns what ends that. */
  subscribe(changed: () => void): () => void;
  /** Settles with the first session; with null at once on a server. Never rejects. */
  readonly ready: Promise<Session | null>;
  /**
   * Calls the listener with each change: at once with the last one when the session is settled, else on settlement.
   * Ends by what it returns or by the signal.
   */
  onChange(listener: (change: SessionChange) => void, options?: { signal?: AbortSignal }): () => void;
  /** Adds an OpenTelemetry session observer. */
  addObserver(observer: SessionObserver): void;
  /**
   * Begins a new session in every tab. A `logout` within a second of another is the same one. Never rejects; where the
   * host owns the ID it warns and changes nothing. A listener that is just hearing of a `renew` or `logout` gets that one.
   */
  renew(reason?: 'logout' | 'renew'): Promise<Session>;
  /**
   * Adds to what a badge with `copy-format="report"` hands to support, such as the last failures. Lines that are given as
   * such go with their session; a function is asked for each report. Ends by what it returns.
   */
  describe(lines: SessionLines): () => void;
  /** What {@link SessionManager.describe} has brought together, at this moment. */
  readonly description: readonly string[];
  /**
   * Called at each step of the engine, with valid IDs at most, never with what else stands in a cookie. For a look into
   * it while developing: `manager.debug = console.debug`.
   */
  debug?: (step: 'look' | 'begin' | 'show' | 'tell', ...details: unknown[]) => void;
}

/** A manager that later callers of {@link getSessionManager} may tell what they ask for. */
export interface ConfigurableManager extends SessionManager {
  configure(options: SessionOptions): void;
}
