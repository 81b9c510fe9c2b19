import { hint, NAME } from '../session/hint.js';
import type { SessionManager } from '../session/types.js';
import { endpointOf } from './endpoint.js';
import { failureLines } from './failures.js';
import { startInstrumentations } from './instrumentations.js';
import { numbersOf } from './numbers.js';
import { createRecorder } from './recorder.js';
import { createDelivery } from './send/delivery.js';
import { startSources } from './start-sources.js';
import type { LogSink, Trail, TrailOptions } from './types.js';

/** Where the trails of a page are, also those of another copy of this package. */
const SLOT = Symbol.for(`${NAME}.trail.1`);
type Slots = Partial<Record<typeof SLOT, WeakMap<SessionManager, { trail: Trail; to: unknown }>>>;

const hasGpc = (): boolean => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;

/** The trail of the manager's session: the one that is there, or a new one. Throws a `TypeError` for options that cannot be. */
export function createTrail(manager: SessionManager, options: TrailOptions): Trail {
  const { endpoint, loggerProvider } = options;
  if (!loggerProvider == !endpoint)
    throw new TypeError(`${NAME}: the trail needs an endpoint or a loggerProvider, and not both`);
  const to = loggerProvider ?? endpointOf(endpoint!);
  const trails = ((globalThis as Slots)[SLOT] ??= new WeakMap());
  const known = trails.get(manager);
  if (known) {
    if (known.to != to) hint('trail', to, 'warn', `this page's is sent to "${known.to}" already`);
    return known.trail;
  }
  const trail = startTrailOf(manager, options, to, () => trails.delete(manager));
  trails.set(manager, { trail, to });
  return trail;
}

/** What a badge's attribute asks for: a trail to that endpoint; without one, an end of the one that is there. */
export function followTrail(
  manager: SessionManager,
  endpoint: string | null | undefined,
  appVersion: string | null | undefined,
): void {
  const trail =
    endpoint == null ? (globalThis as Slots)[SLOT]?.get(manager)?.trail : createTrail(manager, { endpoint, appVersion });
  if (trail) trail.enabled = endpoint != null;
}

function startTrailOf(manager: SessionManager, options: TrailOptions, to: LogSink | string, forget: () => void): Trail {
  const delivery =
    typeof to == 'string'
      ? createDelivery(to, options, {
          maySend: () => !hasGpc(),
          // Where the ID itself must not be stored, nothing is.
          mayStore: () => /cookie|host/.test(manager.session?.persistence ?? ''),
          lost: (records, id) => recorder.lose(records, id),
        })
      : undefined;
  const numbers = numbersOf(options);
  const recorder = createRecorder({
    ...numbers,
    redact: options.redact,
    sink: delivery?.sink ?? (to as LogSink),
    sessionId: () => manager.session?.id,
    mayRecord: () => {
      if (hasGpc()) follow();
      return isOn;
    },
    handed: () => delivery?.handOn(),
  });
  let isWanted = options.enabled ?? true;
  let isRevoked = false;
  let persistence = manager.session?.persistence;
  let isOn = false;
  /** There while all listens. */
  let end: (() => void) | undefined;

  function clear(isDead?: (sessionId: string) => boolean): void {
    recorder.clear(isDead);
    delivery?.outbox.clear(isDead);
  }

  function begin(): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const leave = (isGoing: boolean) => {
      recorder.flush();
      delivery?.outbox.leave(isGoing);
    };
    const endings = [
      manager.describe(() => {
        recorder.flush();
        return failureLines(recorder.ring, manager.session?.id);
      }),
      startSources(recorder.emit, manager, options, numbers, delivery?.url),
      ...(delivery ? [startInstrumentations(recorder.provider, delivery.url)] : []),
    ];
    manager.onChange(
      ({ previous, reason, session }) => {
        // The customer has just parted the two; and whoever begins anew here may have done so while no page was there to see it.
        if (reason == 'cookie-reset') clear((id) => id == previous?.id);
        else if (reason == 'start' || reason == 'invalid') clear((id) => id != session.id);
        void delivery?.outbox.resume();
      },
      { signal },
    );
    // After the sources, which have something to record then, too.
    addEventListener('pagehide', () => leave(true), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && delivery?.outbox.resume(), { signal });
    document.addEventListener('visibilitychange', () => document.visibilityState == 'hidden' && leave(false), { signal });
    return () => {
      stop.abort();
      endings.forEach((ending) => ending());
    };
  }

  /** Begins or ends, as is wanted and allowed at this moment. */
  function follow(): void {
    const was = isOn;
    isOn = isWanted && !isRevoked && !hasGpc();
    if (isOn && !was) end = begin();
    if (isOn) return;
    end?.();
    end = undefined;
    clear();
  }

  const unfollow = manager.subscribe(() => {
    const now = manager.session?.persistence ?? persistence;
    // Consent was taken back, or the browser keeps our cookie no longer. Where it does again, so does the trail.
    isRevoked = now == 'memory' && (isRevoked || (!!persistence && persistence != 'memory'));
    persistence = now;
    follow();
  });
  follow();

  async function flush(): Promise<void> {
    recorder.flush();
    await delivery?.outbox.send();
  }

  return {
    get enabled() {
      return isOn;
    },
    set enabled(value) {
      isWanted = value;
      follow();
    },
    get records() {
      return [...recorder.ring];
    },
    flush,
    stop() {
      unfollow();
      forget();
      end?.();
      isOn = false;
      void flush().then(delivery?.outbox.stop);
    },
  };
}
