import { getWebInstrumentations, initializeFaro } from '@grafana/faro-web-sdk';
import { connectFaro, faroSource } from '../../../src/correlate/index.ts';
import { addBadge, takesTheirs, type SdkPage } from './badge.ts';

const faro = initializeFaro({
  url: `${location.origin}/collect`,
  app: { name: 'shop' },
  instrumentations: getWebInstrumentations({ captureConsole: false }),
});
const end = takesTheirs ? undefined : connectFaro(faro);
addBadge(takesTheirs ? faroSource(faro) : undefined);

export const sdkPage: SdkPage = {
  end,
  say(word) {
    faro.api.pushLog([word]);
    faro.api.pushEvent(word);
    faro.api.pushError(new Error(word));
    faro.api.pushMeasurement({ type: word, values: { count: 1 } });
  },
};

export const faroPage = { faro };
declare global {
  var faroPage: typeof import('./faro.ts').faroPage;
}
