/**
 * A stand-in for the clipboard of this page, so that "Copied" can be seen without a click and without touching the
 * visitor's own: what is written to it goes nowhere.
 */
Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } });

addEventListener('session-change', () => document.querySelector('session-id-badge')!.copy());
