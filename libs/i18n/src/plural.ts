import type { Language } from './languages.ts';

/**
 * The language whose CLDR plural rules are used. CLDR has none for Tajik, so an engine would take those of the
 * machine it runs on; Kazakh has the same two forms.
 */
export function pluralLanguage(language: string): string {
  return language === ('tg' satisfies Language) ? 'kk' : language;
}
