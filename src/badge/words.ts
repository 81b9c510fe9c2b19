import { hint } from '../session/hint.js';

const KEYS = ['label', 'copy', 'copied', 'failed', 'press', 'info', 'support'] as const;

/**
 * The few words of the main job, in one language. `label` stands before the ID, `copy` names the button; `copied`,
 * `failed` and `press` (which keys copy what is selected) are said after a click; `info` names the button that opens the
 * explanation; `support` is the text of the link to support.
 */
export type Words = Readonly<Record<(typeof KEYS)[number], string>>;

/** One text for each key. A missing or extra one fails the type check. */
type Row<Keys = typeof KEYS> = { readonly [Index in keyof Keys]: string };

// prettier-ignore
const rows = {
  en: ['Session ID', 'Copy session ID', 'Copied', 'Not copied', 'Press Ctrl/⌘+C', 'What is this?', 'Contact support'],
  nl: ['Sessie-ID', 'Sessie-ID kopiëren', 'Gekopieerd', 'Niet gekopieerd', 'Druk op Ctrl/⌘+C', 'Wat is dit?', 'Naar de helpdesk'],
  de: ['Sitzungs-ID', 'Sitzungs-ID kopieren', 'Kopiert', 'Nicht kopiert', 'Strg/⌘+C drücken', 'Was ist das?', 'Support kontaktieren'],
  fr: ['ID de session', 'Copier l’ID de session', 'Copié', 'Non copié', 'Appuyez sur Ctrl/⌘+C', 'Qu’est-ce que c’est\u00a0?', 'Contacter l’assistance'],
  es: ['ID de sesión', 'Copiar ID de sesión', 'Copiado', 'No copiado', 'Pulse Ctrl/⌘+C', '¿Qué es esto?', 'Contactar con soporte'],
  it: ['ID sessione', 'Copia ID sessione', 'Copiato', 'Non copiato', 'Premere Ctrl/⌘+C', 'Che cos’è?', 'Contatta l’assistenza'],
  pt: ['ID da sessão', 'Copiar ID da sessão', 'Copiado', 'Não copiado', 'Pressione Ctrl/⌘+C', 'O que é isto?', 'Contactar o suporte'],
  pl: ['ID sesji', 'Kopiuj ID sesji', 'Skopiowano', 'Nie skopiowano', 'Naciśnij Ctrl/⌘+C', 'Co to jest?', 'Kontakt z obsługą'],
  sv: ['Sessions-ID', 'Kopiera sessions-ID', 'Kopierat', 'Inte kopierat', 'Tryck på Ctrl/⌘+C', 'Vad är det här?', 'Kontakta supporten'],
  da: ['Sessions-ID', 'Kopiér sessions-ID', 'Kopieret', 'Ikke kopieret', 'Tryk på Ctrl/⌘+C', 'Hvad er det?', 'Kontakt supporten'],
  cs: ['ID relace', 'Kopírovat ID relace', 'Zkopírováno', 'Nezkopírováno', 'Stiskněte Ctrl/⌘+C', 'Co to je?', 'Kontaktovat podporu'],
  tr: ['Oturum kodu', 'Oturum kodunu kopyala', 'Kopyalandı', 'Kopyalanamadı', 'Ctrl/⌘+C’ye basın', 'Bu nedir?', 'Desteğe ulaşın'],
  ru: ['ID сеанса', 'Копировать ID сеанса', 'Скопировано', 'Не скопировано', 'Нажмите Ctrl/⌘+C', 'Что это?', 'Обратиться в поддержку'],
  uk: ['ID сеансу', 'Копіювати ID сеансу', 'Скопійовано', 'Не скопійовано', 'Натисніть Ctrl/⌘+C', 'Що це?', 'Зв’язок із підтримкою'],
  ja: ['セッションID', 'セッションIDをコピー', 'コピーしました', 'コピーできません', 'Ctrl/⌘+Cを押す', 'これは何ですか？', 'サポートに問い合わせる'],
  zh: ['会话 ID', '复制会话 ID', '已复制', '未能复制', '请按 Ctrl/⌘+C', '这是什么？', '联系客服'],
  ar: ['معرّف الجلسة', 'نسخ معرّف الجلسة', 'تم النسخ', 'لم يتم النسخ', 'اضغط على Ctrl/⌘+C', 'ما هذا؟', 'التواصل مع الدعم'],
  he: ['מזהה הביקור', 'העתקת מזהה הביקור', 'הועתק', 'לא הועתק', 'לחצו על Ctrl/⌘+C', 'מה זה?', 'פנייה לתמיכה'],
} satisfies Record<string, Row>;

/** The languages that the badge has words of. */
export type Language = keyof typeof rows;

/** The language itself where the badge has words of it, English for any other; said once, unless the host has words of its own. */
export function knownLanguage(language: string, hasOwn: boolean): Language {
  if (Object.hasOwn(rows, language)) return language as Language;
  if (language && !hasOwn) hint('lang', language, 'warn', 'using en');
  return 'en';
}

/** The words of that language, each replaced by the host's own one where there is any. */
export function wordsOf(language: Language, own?: Partial<Words> | null): Words {
  return withOwn('words', Object.fromEntries(KEYS.map((key, i) => [key, rows[language][i]])) as Words, own);
}

/** The texts, each replaced by the host's own one. What is missing there is said once, and the text of the language stays. */
export function withOwn<Given extends object>(
  name: 'words' | 'texts',
  texts: Given,
  own: Partial<Given> | null | undefined,
): Given {
  if (!own) return texts;
  const merged = { ...texts };
  for (const key of Object.keys(texts) as (keyof Given & string)[]) {
    if (typeof own[key] == typeof texts[key]) merged[key] = own[key]!;
    else hint(name, key, 'warn', 'missing');
  }
  return merged;
}
