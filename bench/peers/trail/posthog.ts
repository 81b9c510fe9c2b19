import posthog from 'posthog-js';

/** PostHog; what it loads from its server later is not in it. */
Object.assign(globalThis, {
  begin: (intake: string) => posthog.init('token', { api_host: intake, capture_exceptions: true }),
});
