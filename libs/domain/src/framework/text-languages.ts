/** The languages in which the texts of the framework are written. */
export const TEXT_LANGUAGES = ['en', 'ru', 'kk', 'ky', 'tg', 'uz'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];
