/** Names of what is recorded. Stable or not, and where they come from: `src/trail/README.md`. */

/** https://opentelemetry.io/docs/specs/semconv/general/session/ */
export const SESSION_START = 'session.start';
export const SESSION_END = 'session.end';
/** https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-logs/ */
export const EXCEPTION = 'exception';

/** A script, image, style, font, frame, medium or module did not come. */
export const LOAD_FAILED = 'session_badge.load.failed';
/** It came, and took long. */
export const LOAD_SLOW = 'session_badge.load.slow';
/** A fetch or XMLHttpRequest got no answer, or one of 400 and above. */
export const REQUEST_FAILED = 'session_badge.request.failed';
/** The page itself gave it up, or it ran into its timeout. */
export const REQUEST_ABORTED = 'session_badge.request.aborted';
/** It was answered well, and late. */
export const REQUEST_SLOW = 'session_badge.request.slow';
/** A click on something to click on, after which nothing happened. */
export const CLICK_DEAD = 'session_badge.click.dead';
/** Clicks in quick succession at one place. */
export const CLICK_RAGE = 'session_badge.click.rage';
/** The page took long to show what a click, tap or key did. */
export const INTERACTION_SLOW = 'session_badge.interaction.slow';
/** The page told the customer something: an alert, or a dialog. */
export const MESSAGE_SHOWN = 'session_badge.message.shown';
/** The page's Content Security Policy refused something. */
export const CSP_VIOLATION = 'session_badge.csp.violation';
export const CONNECTION_LOST = 'session_badge.connection.lost';
export const CONNECTION_BACK = 'session_badge.connection.back';
/** The page was loaded, hidden, shown, frozen, left or brought back. */
export const PAGE_STATE = 'session_badge.page.state';
/** Here the customer asked for help. */
export const ID_COPIED = 'session_badge.id.copied';
export const ID_NOT_COPIED = 'session_badge.id.not_copied';
/** More happened than is recorded in a minute. */
export const RECORDS_DROPPED = 'session_badge.records.dropped';
