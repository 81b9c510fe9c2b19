import posthog from 'posthog-js';

/** PostHog; what it loads from its server later is not in it. */
posthog.init('token', { api_host: '/posthog' });
