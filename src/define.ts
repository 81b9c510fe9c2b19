import { SessionIdBadge } from './badge/element.js';

export * from './index.js';

// On a server there is no registry; on a page another bundle of this package may have come first.
if (!globalThis.customElements?.get('session-id-badge')) globalThis.customElements?.define('session-id-badge', SessionIdBadge);
