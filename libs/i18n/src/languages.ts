export const languages = ['en', 'ru', 'kk', 'ky', 'tg', 'uz'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(text: string | undefined): text is Language {
  return (languages as readonly string[]).includes(text ?? '');
}

/** Each language by its own name, as its readers look for it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
  ky: 'Кыргызча',
  tg: 'Тоҷикӣ',
  uz: 'O‘zbekcha',
};

/** The BCP 47 tag for the lang attribute: our Uzbek is in Latin letters, which `uz` alone does not say. */
export function languageTag(language: Language): string {
  return language === 'uz' ? 'uz-Latn' : language;
}

/**
 * The languages in which a text is looked for, in order. Readers of the four state languages read Russian before English; an
 * English reader is shown the Russian text, marked as such, rather than nothing.
 */
export function fallbackChain(language: Language): readonly Language[] {
  return CHAINS[language];
}

/** Made once, because a large file needs a chain for each of its texts. */
const CHAINS = Object.fromEntries(
  languages.map((language) => [language, [...new Set<Language>([language, 'ru', 'en'])]]),
) as Record<Language, Language[]>;

/** The language for a visitor without one in the address: the first of ours that the browser accepts, else Russian. */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wishes) if (isLanguage(language)) return language;
  return 'ru';
}
