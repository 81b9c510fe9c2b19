import { datadogLogs } from '@datadog/browser-logs';
import { datadogRum } from '@datadog/browser-rum';
import { connectDatadog, datadogSource } from '../../../src/correlate/index.ts';
import { addBadge, takesTheirs, type SdkPage } from './badge.ts';

// Before `init()`: nothing is sent without.
const endings = takesTheirs ? [] : [connectDatadog(datadogRum), connectDatadog(datadogLogs)];
const common = { clientToken: 'token', service: 'shop', telemetrySampleRate: 0 };
datadogRum.init({ ...common, proxy: `${location.origin}/rum`, applicationId: 'shop', sessionReplaySampleRate: 0 });
datadogLogs.init({ ...common, proxy: `${location.origin}/logs` });
addBadge(takesTheirs ? datadogSource(datadogRum) : undefined);

export const sdkPage: SdkPage = {
  end: () => endings.forEach((end) => end()),
  say(word) {
    datadogRum.addAction(word);
    datadogRum.addError(new Error(word));
    datadogLogs.logger.info(word);
  },
};

export const datadogPage = { datadogRum, logsSource: datadogSource(datadogLogs) };
declare global {
  var datadogPage: typeof import('./datadog.ts').datadogPage;
}
