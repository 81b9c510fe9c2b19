/** All that the badge speaks (DESIGN §4), said once more: a language that went missing would be missed. */
export const LANGUAGES = 'en nl de fr es it pt pl sv da cs tr ru uk ja zh ar he'.split(' ');

/** All in Chromium; elsewhere the model, the widest and one from right to left, where every language costs a second. */
export const SOME_LANGUAGES = navigator.userAgent.includes('Chrome/') ? LANGUAGES : ['en', 'fr', 'ar'];

export const directionOf = (language: string): 'ltr' | 'rtl' => (/^(ar|he)$/.test(language) ? 'rtl' : 'ltr');
