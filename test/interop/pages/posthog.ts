import posthog from 'posthog-js';
import { connectPostHog, postHogSource } from '../../../src/correlate/index.ts';
import { addBadge, takesTheirs, type SdkPage } from './badge.ts';

posthog.init('phc_shop', {
  api_host: location.origin,
  defaults: '2026-05-30',
  // Only the intake is there.
  advanced_disable_flags: true,
  disable_external_dependency_loading: true,
  disable_session_recording: true,
  disable_surveys: true,
  disable_compression: true,
  request_batching: false,
  // Browsers that are driven count as bots.
  opt_out_useragent_filter: true,
});
const end = takesTheirs ? undefined : connectPostHog(posthog);
addBadge(takesTheirs ? postHogSource(posthog) : undefined);

export const sdkPage: SdkPage = { end, say: (word) => void posthog.capture(word) };

export const posthogPage = { posthog };
declare global {
  var posthogPage: typeof import('./posthog.ts').posthogPage;
}
