export { propagate, type PropagateOptions } from './propagate.js';
export { connectDatadog, datadogSource, type DatadogSdk, type DatadogSessionSdk } from './datadog.js';
export { connectFaro, faroSource, type FaroSdk, type FaroSessionSdk } from './faro.js';
export { openTelemetrySource, type OpenTelemetrySessions } from './opentelemetry.js';
export { connectPostHog, postHogSource, type PostHogSdk, type PostHogSessionSdk } from './posthog.js';
export { connectSentry, sentrySource, type SentryReplaySdk, type SentrySdk } from './sentry.js';
