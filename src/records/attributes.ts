/** Names of attributes of records. Stable or not, and where they come from: `src/trail/README.md`. */

export const SESSION_ID = 'session.id';
export const SESSION_PREVIOUS_ID = 'session.previous_id';
/** One for each record, so that a repeated delivery can be told. https://opentelemetry.io/docs/specs/semconv/registry/attributes/log/ */
export const RECORD_UID = 'log.record.uid';
export const EXCEPTION_TYPE = 'exception.type';
export const EXCEPTION_MESSAGE = 'exception.message';
export const EXCEPTION_STACKTRACE = 'exception.stacktrace';
export const ERROR_TYPE = 'error.type';
export const HTTP_METHOD = 'http.request.method';
export const HTTP_STATUS = 'http.response.status_code';
/** Without credentials, query and fragment, and with masked segments. */
export const URL_FULL = 'url.full';

/** How often it happened, where it was more than once. */
export const COUNT = 'session_badge.count';
/** ms. */
export const DURATION = 'session_badge.duration';
/** Path of the page on which it happened, masked. */
export const PAGE_PATH = 'session_badge.page.path';
/** `loaded`, `hidden`, `visible`, `frozen`, `resumed`, `left`, `restored`. */
export const PAGE_STATE_NAME = 'session_badge.page.state';
/** ARIA role, explicit or of the tag. */
export const ELEMENT_ROLE = 'session_badge.element.role';
/** CSS selector, without any text. */
export const ELEMENT_SELECTOR = 'session_badge.element.selector';
/** `script`, `module`, `image`, `style`, `font`, `frame`, `media`, `object`, `page`, `other`. */
export const LOAD_TYPE = 'session_badge.load.type';
/** `alert`, `alertdialog`, `dialog`, `window.alert`, `window.confirm`, `window.prompt`. */
export const MESSAGE_TYPE = 'session_badge.message.type';
/** `clipboard`, `copy-event`, `selection`; for a copy that failed, why. */
export const COPY_METHOD = 'session_badge.copy.method';
/** Such as `script-src-elem`. */
export const CSP_DIRECTIVE = 'session_badge.csp.directive';
/** `enforce`, `report`. */
export const CSP_DISPOSITION = 'session_badge.csp.disposition';
/** `pointerdown`, `click`, `keydown` and their like. */
export const INTERACTION_TYPE = 'session_badge.interaction.type';
/** How long the event waited for the page, ms. */
export const INTERACTION_DELAY = 'session_badge.interaction.delay';
/** Name of the event of which {@link COUNT} were not recorded. */
export const DROPPED_EVENT = 'session_badge.dropped.event';
