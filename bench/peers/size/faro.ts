import { initializeFaro } from '@grafana/faro-web-sdk';

/** Faro as its README has it; its sessions are on. */
initializeFaro({ url: '/collect', app: { name: 'bench', version: '1.0.0' } });
