import {
  createDefaultSessionIdGenerator,
  createLocalStorageSessionStore,
  createSessionManager,
} from '@opentelemetry/web-common';

/** OpenTelemetry's session manager as its README has it. */
Object.assign(globalThis, {
  async begin() {
    const manager = createSessionManager({
      sessionIdGenerator: createDefaultSessionIdGenerator(),
      sessionStore: createLocalStorageSessionStore(),
      maxDuration: 7200,
      inactivityTimeout: 1800,
    });
    await manager.start();
    Object.assign(globalThis, { manager });
  },
});
