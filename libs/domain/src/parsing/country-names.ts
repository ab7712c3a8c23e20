/** Short, official and older names: en, ru, kk, ky, tg, uz. No abbreviations: КР and ҚР are two countries and look like one. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  KAZ: [
    'Kazakhstan',
    'Republic of Kazakhstan',
    'Казахстан',
    'Республика Казахстан',
    'Қазақстан',
    'Қазақстан Республикасы',
    'Qazaqstan',
    'Qazaqstan Respublikasy',
    'Казакстан',
    'Казакстан Республикасы',
    'Қазоқистон',
    'Ҷумҳурии Қазоқистон',
    'Qozogʻiston',
    'Qozogʻiston Respublikasi',
  ],
  KGZ: [
    'Kyrgyzstan',
    'Kyrgyz Republic',
    'The Kyrgyz Republic',
    'Republic of Kyrgyzstan',
    'Kirghizia',
    'Кыргызстан',
    'Киргизия',
    'Киргизстан',
    'Кыргызская Республика',
    'Киргизская Республика',
    'Республика Кыргызстан',
    'Қырғызстан',
    'Қырғыз Республикасы',
    'Кыргыз Республикасы',
    'Қирғизистон',
    'Ҷумҳурии Қирғизистон',
    'Ҷумҳурии Қирғиз',
    'Qirgʻiziston',
    'Qirgʻiz Respublikasi',
    'Qirgʻiziston Respublikasi',
  ],
  TJK: [
    'Tajikistan',
    'Republic of Tajikistan',
    'Таджикистан',
    'Республика Таджикистан',
    'Тәжікстан',
    'Тәжікстан Республикасы',
    'Тажикстан',
    'Тажикстан Республикасы',
    'Тоҷикистон',
    'Ҷумҳурии Тоҷикистон',
    'Tojikiston',
    'Tojikiston Respublikasi',
  ],
  UZB: [
    'Uzbekistan',
    'Republic of Uzbekistan',
    'Узбекистан',
    'Республика Узбекистан',
    'Өзбекстан',
    'Өзбекстан Республикасы',
    'Ӯзбекистон',
    'Ҷумҳурии Ӯзбекистон',
    'Ўзбекистон',
    'Ўзбекистон Республикаси',
    'Oʻzbekiston',
    'Oʻzbekiston Respublikasi',
  ],
};

/**
 * The names under which files know a country beside the one of our pages: official and short, in en, ru, kk, ky, tg and uz.
 * Source: UN Terminology Database, constitutions of the four countries.
 */
export function countryNames(iso3: string): readonly string[] {
  return NAMES[iso3] ?? [];
}
