import type { TrailOptions } from '../types.js';

interface BrowserData {
  readonly mobile?: boolean;
  readonly platform?: string;
}

/** Name and major version of the browser: the whole of what `navigator.userAgent` says tells visitors apart. */
function browserOf({
  userAgent,
  userAgentData,
}: Navigator & { userAgentData?: BrowserData }): Record<string, string | boolean | undefined> {
  const [, name, version] =
    /(Firefox|Edg|OPR|Chrome)\/(\d+)/.exec(userAgent) ?? /(Version)\/(\d+).*Safari/.exec(userAgent) ?? [];
  return {
    'user_agent.name': name == 'Version' ? 'Safari' : name == 'Edg' ? 'Edge' : name == 'OPR' ? 'Opera' : name,
    'user_agent.version': version,
    'browser.mobile': userAgentData?.mobile ?? /Mobi/.test(userAgent),
    'browser.platform': userAgentData?.platform,
  };
}

/** All that records of different sessions share: release and browser. https://opentelemetry.io/docs/specs/semconv/resource/ */
export const resourceOf = ({ serviceName, appVersion }: TrailOptions): Record<string, string | boolean | undefined> => ({
  'service.name': serviceName ?? location.hostname,
  'service.version': appVersion ?? undefined,
  'telemetry.sdk.name': 'session-id-badge',
  'telemetry.sdk.language': 'webjs',
  ...browserOf(navigator),
});
