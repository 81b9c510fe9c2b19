import ClipboardJS from 'clipboard';

/** clipboard.js as its README has it. */
new ClipboardJS('[data-clipboard-text]');
