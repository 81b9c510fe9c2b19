import * as Sentry from '@sentry/browser';
import { connectSentry, sentrySource } from '../../../src/correlate/index.ts';
import { addBadge, takesTheirs, type SdkPage } from './badge.ts';

Sentry.init({
  dsn: `${location.protocol}//key@${location.host}/1`,
  tracesSampleRate: 1,
  replaysSessionSampleRate: 1,
  integrations: [Sentry.browserTracingIntegration(), Sentry.replayIntegration({ useCompression: false, minReplayDuration: 0 })],
});

const end = takesTheirs ? undefined : connectSentry(Sentry);
addBadge(takesTheirs ? sentrySource(Sentry) : undefined);

export const sdkPage: SdkPage = {
  end,
  say(word) {
    Sentry.captureMessage(word);
    Sentry.captureException(new Error(word));
    Sentry.captureFeedback({ message: word });
    Sentry.logger.info(word);
    Sentry.startSpan({ name: word, forceTransaction: true }, () => {});
    void Sentry.flush();
  },
};

export const sentryPage = {
  Sentry,
  connect: () => connectSentry(Sentry),
  connectBroken() {
    const getGlobalScope = () => {
      throw new Error('broken SDK');
    };
    return connectSentry({ getGlobalScope });
  },
};
declare global {
  var sentryPage: typeof import('./sentry.ts').sentryPage;
}
