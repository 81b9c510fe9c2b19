import {
  createDefaultSessionIdGenerator,
  createLocalStorageSessionStore,
  createSessionManager,
} from '@opentelemetry/web-common';

/** OpenTelemetry's sessions as its README has them, without the processors that put them on spans and logs. */
const manager = createSessionManager({
  sessionIdGenerator: createDefaultSessionIdGenerator(),
  sessionStore: createLocalStorageSessionStore(),
  maxDuration: 7200,
  inactivityTimeout: 1800,
});
manager.start();
Object.assign(globalThis, { manager });
