import { EXCEPTION, EXCEPTION_MESSAGE, EXCEPTION_TYPE } from '../../records/index.js';
import { attempt } from '../../session/attempt.js';
import { ERROR, type Source } from '../record.js';
import { listen } from './listen.js';

/** Anything that can be thrown, null too: each property may be anything, or throw. */
type Thrown = Readonly<Record<string, unknown>>;

/** Where those who throw something of their own, events and responses say what it is. */
const KEYS = ['code', 'status', 'statusText', 'type', 'reason', 'error'];

const LONGEST = 2048;

/** Whether OpenTelemetry's instrumentation has something to say of it. It reads these three, and gives up where one throws. */
const isPlain = (thrown: Thrown) =>
  typeof thrown == 'string' ? thrown : attempt(() => [thrown.stack, thrown.name, thrown.message].slice(1).find(Boolean));

const isObject = (thrown: unknown): boolean => Object(thrown) === thrown;

const isSaid = (value: unknown): boolean => value !== '' && /^(string|number|boolean)$/.test(typeof value);

function typeOf(thrown: Thrown): string {
  const name = isObject(thrown) && attempt(() => (thrown.constructor as { name?: unknown }).name);
  return typeof name == 'string' && name ? name.slice(0, 200) : thrown === null ? 'null' : typeof thrown;
}

function messageOf(thrown: Thrown): string {
  if (!isObject(thrown)) return String(thrown);
  const message = attempt(() => thrown.message);
  if (isSaid(message)) return String(message);
  const said = KEYS.flatMap((key) => {
    const value = attempt(() => thrown[key]);
    return isSaid(value) ? `${key}: ${String(value).slice(0, 300)}` : [];
  });
  if (said.length) return said.join(', ');
  // Code, and lists of whatever it may be, are no message.
  const text = attempt(() => (typeof thrown == 'function' || Array.isArray(thrown) ? '' : String(thrown)));
  if (text && !text.startsWith('[object ')) return text;
  return attempt(() => Object.keys(thrown).slice(0, 20).join(', ')) ?? '';
}

/**
 * Records what was thrown or rejected and is no error, or one that does not let itself be read: nothing, numbers, symbols,
 * objects, functions, events, responses. OpenTelemetry's instrumentation of errors passes over these, or records them without a
 * word. What it does say something of is not recorded here: errors, strings, and all that has a `name` or a `message`.
 */
export const recordOddErrors: Source = (emit) =>
  listen<ErrorEvent | PromiseRejectionEvent>(window, 'error unhandledrejection', (event) => {
    // Elements have an `error` too, which a capturing listener hears.
    if (event.target != window) return;
    const isRejection = 'reason' in event;
    const thrown: Thrown = isRejection ? event.reason : event.error;
    // `throw null` has a message all the same: "Uncaught null".
    if ((!isRejection && thrown == null) || isPlain(thrown)) return;
    emit({
      eventName: EXCEPTION,
      severityNumber: ERROR,
      timestamp: Date.now(),
      attributes: { [EXCEPTION_TYPE]: typeOf(thrown), [EXCEPTION_MESSAGE]: messageOf(thrown).slice(0, LONGEST) },
    });
  });
