/**
 * Official and older names: en, ru, kk, ky, tg, uz. The short names come from i18n-iso-countries and Node. No abbreviations:
 * КР and ҚР are two countries and look alike.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  KAZ: [
    'Republic of Kazakhstan',
    'Республика Казахстан',
    'Қазақстан Республикасы',
    'Qazaqstan',
    'Qazaqstan Respublikasy',
    'Казакстан Республикасы',
    'Ҷумҳурии Қазоқистон',
    'Qozogʻiston Respublikasi',
    'Қозоғистон',
    'Қозоғистон Республикаси',
  ],
  KGZ: [
    'Kyrgyz Republic',
    'The Kyrgyz Republic',
    'Republic of Kyrgyzstan',
    'Kirghizia',
    'Киргизстан',
    'Кыргызская Республика',
    'Киргизская Республика',
    'Республика Кыргызстан',
    'Қырғыз Республикасы',
    'Кыргыз Республикасы',
    'Ҷумҳурии Қирғизистон',
    'Ҷумҳурии Қирғиз',
    'Qirgʻiz Respublikasi',
    'Qirgʻiziston Respublikasi',
    'Қирғизистон',
    'Қирғиз Республикаси',
    'Қирғизистон Республикаси',
  ],
  TJK: [
    'Republic of Tajikistan',
    'Республика Таджикистан',
    'Тәжікстан Республикасы',
    'Тажикстан Республикасы',
    'Ҷумҳурии Тоҷикистон',
    'Tojikiston Respublikasi',
    'Тожикистон',
    'Тожикистон Республикаси',
  ],
  UZB: [
    'Republic of Uzbekistan',
    'Республика Узбекистан',
    'Өзбекстан Республикасы',
    'Ҷумҳурии Ӯзбекистон',
    'Ўзбекистон',
    'Ўзбекистон Республикаси',
    'Oʻzbekiston Respublikasi',
  ],
};

/**
 * The names, other than the short ones, by which files call a country. Source: UN Terminology Database, constitutions of the
 * four countries.
 */
export function countryNames(iso3: string): readonly string[] {
  return NAMES[iso3] ?? [];
}
