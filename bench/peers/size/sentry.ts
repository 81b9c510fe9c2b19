import { init } from '@sentry/browser';

/** Sentry as its README has it: errors and sessions, no tracing, no replay. */
init({ dsn: 'https://key@sentry.example/1' });
