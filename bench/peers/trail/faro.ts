import { initializeFaro, type Faro } from '@grafana/faro-web-sdk';

let faro: Faro;

/** Faro as its README has it, with its default instrumentations. */
Object.assign(globalThis, {
  begin: (intake: string) => {
    faro = initializeFaro({ url: `${intake}/collect`, app: { name: 'bench', version: '1.0.0' } });
  },
  pushEvent: (name: string, attributes: Record<string, string>) => faro.api.pushEvent(name, attributes),
});
