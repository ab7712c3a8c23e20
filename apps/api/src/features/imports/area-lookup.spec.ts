import { describe, expect, it } from '@jest/globals';
import { areaLookup } from './area-lookup.ts';

const lookup = areaLookup([
  { code: 'KAZ', iso2: 'KZ', m49: '398', names: { en: 'Kazakhstan' } },
  { code: 'KGZ', iso2: 'KG', m49: '417', names: { en: 'Kyrgyzstan' } },
  { code: 'TJK', iso2: 'TJ', m49: '762', names: { en: 'Tajikistan' } },
  { code: 'UZB', iso2: 'UZ', m49: '860', names: { en: 'Uzbekistan' } },
  { code: 'CA4', iso2: null, m49: null, names: { en: 'The four' } },
]);

describe('a country', () => {
  it.each([
    ['KAZ', 'KAZ KZ kz 398'],
    ['KGZ', 'KGZ KG kgz 417 КGZ'],
    ['TJK', 'TJK TJ 762'],
    ['UZB', 'UZB UZ 860'],
    ['CA4', 'CA4'],
  ])('%s is known by its codes: %s', (code, texts) => {
    for (const text of texts.split(' ')) expect([text, lookup.find(text)]).toEqual([text, code]);
  });

  it.each([
    [
      'KAZ',
      "Kazakhstan|REPUBLIC OF KAZAKHSTAN|Казахстан|Республика Казахстан|Қазақстан|Қазақстан Республикасы|Казакстан|Қазоқистон|Ҷумҳурии Қазоқистон|Qozog‘iston|Qozog'iston Respublikasi",
    ],
    [
      'KGZ',
      'Kyrgyzstan|Kyrgyz Republic|The Kyrgyz  Republic|Кыргызстан|Киргизия|Кыргызская Республика|Қырғызстан|Қырғыз Республикасы|Кыргыз Республикасы|Қирғизистон|Ҷумҳурии Қирғизистон|Qirg‘iziston|Qirg’iz Respublikasi',
    ],
    [
      'TJK',
      'Tajikistan|Republic of Tajikistan|Таджикистан|Республика Таджикистан|Тәжікстан|Тажикстан|Тоҷикистон|Ҷумҳурии Тоҷикистон|Tojikiston|Tojikiston Respublikasi',
    ],
    [
      'UZB',
      'Uzbekistan|Republic of Uzbekistan|Узбекистан|Республика Узбекистан|Өзбекстан|Ӯзбекистон|Ҷумҳурии Ӯзбекистон|Ўзбекистон Республикаси|O‘zbekiston|O`zbekiston Respublikasi',
    ],
    ['TKM', 'Turkmenistan|Туркмения|TKM'],
    ['CHN', 'China|Китай'],
  ])('%s is known by its names in six languages', (code, texts) => {
    for (const text of texts.split('|')) expect([text, lookup.find(text)]).toEqual([text, code]);
  });

  it.each(['', '7', '2025', 'Victims', 'and', 'per', 'kg of rice', 'КР', 'ҚР'])(
    'is not %j',
    (text) => {
      expect(lookup.find(text)).toBeNull();
    },
  );

  it('is named beyond doubt by its name or our code, not by letters that may be many things', () => {
    expect(['Казахстан', 'KAZ', 'Туркмения'].map((text) => lookup.isNamed(text))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['KG', 'PER', '417', 'x'].map((text) => lookup.isNamed(text))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
