/** No script of this page can copy any more, as where a browser or a program around it forbids that. */
Object.defineProperty(navigator, 'clipboard', { value: undefined });
document.execCommand = () => false;

addEventListener('session-change', () => document.querySelector('session-id-badge')!.copy());
