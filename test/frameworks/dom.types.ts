// Checked by `tsc`, never run: what the DOM's own types say of a badge and its events.
import type { CopyOutcome, SessionChange, SessionIdBadge } from '../../src/index.js';

export const badge: SessionIdBadge = document.createElement('session-id-badge');
export const found: SessionIdBadge | null = document.querySelector('session-id-badge');

badge.addEventListener('session-change', ({ detail }) => detail satisfies SessionChange);
document.body.addEventListener('session-id-copy', ({ detail }) => detail satisfies CopyOutcome);
document.addEventListener('session-id-copy-error', ({ detail }) => detail satisfies CopyOutcome);
window.addEventListener('session-change', ({ detail }) => detail satisfies SessionChange);
badge.onclick = () => badge.copy() satisfies Promise<CopyOutcome>;

// @ts-expect-error An event that there is not brings a bare Event.
badge.addEventListener('session-changed', ({ detail }) => detail);
// @ts-expect-error A detail that the event has not.
window.addEventListener('session-change', ({ detail }) => detail.sessionId);

// @ts-expect-error A persistence that there is not.
badge.persistence = 'disk';
// @ts-expect-error Read only.
badge.session = null;
// @ts-expect-error No boolean.
badge.signedIn = 'false';
