import { getSessionManager } from '../session/index.js';
import { createTrail } from './trail.js';
import type { Trail, TrailOptions } from './types.js';

/** What there is where there is no page. */
const nothing: Trail = { enabled: false, records: [], flush: () => Promise.resolve(), stop: () => {} };

/**
 * Records the technical actions of the page's session: errors, loads and requests that fail or take long, elements that do not
 * respond, messages shown to the customer, navigation, clicks, web vitals, and the moment the ID was copied. Each record has the
 * `session.id` under which it happened. They go as OpenTelemetry logs (https://opentelemetry.io/docs/specs/otlp/) to the
 * endpoint, or into the application's own `loggerProvider`. What is recorded, and under which names: `src/trail/README.md`.
 *
 * A page has one trail for each session: a second call answers the first one's, and warns where it names another endpoint.
 * Throws a `TypeError` where there is neither endpoint nor provider, or both, and for an address that nothing can be sent to.
 * On a server it does nothing.
 */
export const startTrail = (options: TrailOptions): Trail =>
  globalThis.document ? createTrail(options.manager ?? getSessionManager(), options) : nothing;
