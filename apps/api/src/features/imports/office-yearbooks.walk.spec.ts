import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type FileReader,
  RUSSIAN,
  type SheetRow,
  startFileReader,
} from '../../testing/read-files.ts';
import { sheetOf } from '../../testing/workbook.ts';

// Yearbooks of offices as they were published: names in several languages, sections, regions (decision 0090). The figures are samples.
let reader: FileReader;
beforeAll(async () => {
  reader = await startFileReader();
});
afterAll(() => reader.stop());

const { orders: ORDERS, victims: VICTIMS, country: COUNTRY } = RUSSIAN;

describe('a yearbook of Kyrgyzstan, named in three languages', () => {
  const heads = (...years: number[]): SheetRow => [
    ...['Көрсөткүчтөрдүн аталышы', 'Наименование показателей', 'Items'],
    ...years,
  ];

  it('is read by the title, the country and what divides it, and of unknown parts nothing is the whole', async () => {
    const { rows, codes } = await reader.readSheet([
      [
        '5.2.1.1b Жынысы, курактык топтор, билим деңгээли жана иши боюнча үй-бүлөлүк зомбулуктан жабыр тарткандардын саны',
        '5.2.1.1b Число пострадавших от семейного насилия по полу, возрастным группам,уровню образования  и роду занятий',
        '5.2.1.1b Number of victims of domestic violence by gender, age group, level of education and occupation',
      ],
      ['(адам)', ' (человек)', '(person)'],
      [],
      heads(2018, 2019),
      ['Кыргыз Республикасы', 'Кыргызская Республика', 'Kyrgyz Republic', 7178, 6145],
      ['Жынысы боюнча:', 'По полу:', 'By sex:'],
      ['Аялдар', 'Женщины', 'Women', 6562, 5659],
      ['Жаш курак топтор боюнча, жаш:', 'По возрастным группам, лет:', 'By age group, years:'],
      ['        20га чейин', '        до 20', '        up to 20', 250, 561],
      ['Иши боюнча:', ' По роду занятий:', ' By occupation:'],
      ['Иштешет', 'Работают ', 'Working', 1818, 1178],
      ['Эркектер', 'Мужчины', 'Men', 5, 6],
    ]);
    expect(rows).toEqual([
      ...['A5.10 2018 = 7178', 'A5.10 2019 = 6145'],
      ...['A5.10 2018 F = 6562', 'A5.10 2019 F = 5659'],
    ]);
    expect(codes).toEqual(['PART_NOT_ASKED', 'SERIES_NOT_MAPPED']);
  });

  it('has regions in one language or another, figures of few cases, and what nobody asks for', async () => {
    const { rows, codes } = await reader.readSheet([
      ['5.3.1 Аялдардын үлүшү', '5.3.1 Доля женщин', '5.3.1 Proportion of women'],
      ['(пайыз менен)', '(в процентах)', '(in percent)'],
      heads(2018, 2023),
      [
        '18 жашка чейин расмий (расмий эмес) никеге тургандардын пайыздык үлүшү',
        'Процентная доля вступивших в (не)официальный брак до 18 лет',
        'Percentage of married woman under 18',
        ...[12.9, '(9,2)'],
      ],
      ['Облустар ', ' Области', 'Areas'],
      ['Баткен облусу', 'Баткенская', 'Batken oblast', '(*)', '(2,8)'],
      ['Билими', 'Образование', 'Education'],
      ['Жогорку', 'Высшее', 'Higher', 2.6, 1.1],
    ]);
    expect([rows, codes]).toEqual([[], ['SERIES_NOT_MAPPED']]);
  });

  it('names women alone in a row above figures that are not those of the whole', async () => {
    const { rows, codes } = await reader.readSheet([
      heads(2018, 2019),
      ['Зомбулук', VICTIMS, 'Violence', 7178, 6145],
      ['Аялдар', 'Женщины', 'Women'],
      ['Ордерлер', ORDERS, 'Orders', 5, 6],
    ]);
    expect(rows).toEqual(['A5.10 2018 = 7178', 'A5.10 2019 = 6145']);
    expect(codes).toContain('OTHER_TABLE');
  });

  it('is known by the codes of its SDMX', async () => {
    const series = (code: string, sex: string, value: number) =>
      `<Series FREQ="A" SERIES="${code}" REF_AREA="KG" SEX="${sex}" AGE="_T" UNIT_MULT="0"><Obs TIME_PERIOD="2018" OBS_VALUE="${String(value)}" OBS_STATUS="A"/></Series>`;
    const xml = `<?xml version="1.0"?><m:StructureSpecificData xmlns:m="m"><m:DataSet>${[
      series('_L_KG_050201_1', 'F', 29.9),
      series('_L_KG_050201_1A1', 'F', 1305),
      series('_L_KG_050201_1A2', 'F', 47),
      series('_L_KG_050201_1B', '_T', 7178),
    ].join('')}</m:DataSet></m:StructureSpecificData>`;
    const { rows } = await reader.readAs(xml, 'a.xml');
    expect(rows).toEqual(['C3 2018 = 29.9', 'A3.6 2018 = 1305', 'A5.10 2018 = 7178']);
  });
});

describe('a part below a row of another kind', () => {
  const table = (title: string, ...rows: SheetRow[]) =>
    reader.readSheet([[title], ['', 2019], ...rows]);

  it.each<[string, string, SheetRow[], string[]]>([
    [
      'women below a region',
      ORDERS,
      [
        ['Всего', 600],
        ['Баткенская область', 60],
        ['женщины', 50],
      ],
      ['A5.8 2019 = 600'],
    ],
    [
      'ages below women',
      VICTIMS,
      [
        ['Всего', 600],
        ['женщины', 500],
        ['0-17', 50],
        ['мужчины', 100],
        ['0-17', 5],
      ],
      ['A5.10 2019 = 600', 'A5.10 2019 F = 500', 'A5.10 2019 M = 100'],
    ],
  ])('is not one of the whole: %s', async (_what, title, rows, expected) => {
    const read = await table(title, ...rows);
    expect([read.rows, read.codes]).toEqual([
      expected,
      expect.arrayContaining(['SERIES_NOT_MAPPED']),
    ]);
  });

  it('is one of the whole where the list before it is complete, or its heading says so', async () => {
    const sexes: SheetRow[] = [
      ['женщины', 500],
      ['мужчины', 100],
    ];
    const ages: SheetRow[] = [['0–17', 50]];
    const expected = ['A5.10 2019 F = 500', 'A5.10 2019 M = 100', 'A5.10 2019 Y0T17 = 50'];
    expect((await table(VICTIMS, ...sexes, ...ages)).rows).toEqual(expected);
    const headed = await table(VICTIMS, ['женщины', 500], ['По возрасту:'], ...ages);
    expect(headed.rows).toEqual(['A5.10 2019 F = 500', 'A5.10 2019 Y0T17 = 50']);
  });

  it('is of the country that stands above it', async () => {
    const { rows } = await table(
      ORDERS,
      ['Казахстан', 900],
      ['женщины', 800],
      [COUNTRY, 600],
      ['женщины', 500],
    );
    expect(rows).toEqual(['A5.8 2019 = 600', 'A5.8 2019 F = 500']);
  });
});

it('a place that nobody knows is not the country, where each column is of another indicator', async () => {
  const { rows, codes } = await reader.readSheet([
    ['', ORDERS, VICTIMS],
    ['', 2019, 2019],
    ['г. Кызыл-Кия', 6, 60],
  ]);
  expect([rows, codes]).toEqual([[], ['UNKNOWN_CODE']]);
});

describe('a second column of names', () => {
  const table = (...rows: SheetRow[]) =>
    reader.readSheet([['Показатель', 'Наименование', 2019], ...rows]);

  it('with regions or parts in it is no translation: its figures are none of the country', async () => {
    const { rows } = await table(
      [ORDERS, 'Баткенская область', 60],
      ['Число браков', 'Баткенская область', 5],
      [VICTIMS, 'женщины', 50],
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ['Показатель', 'Наименование'],
    ['Показатель', 'Name'],
  ])('with words that nobody knows is no translation either: %s, %s', async (...heads) => {
    const { codes } = await reader.readSheet([
      [...heads, 2019],
      [ORDERS, 'отказано судом', 5],
      ['Число браков', 'зарегистрировано', 7],
      ['Число браков', 'расторгнуто', 3],
    ]);
    // an unknown row stops the file
    expect(codes).toContain('UNKNOWN_INDICATOR');
  });
});

it('beside countries and years a part of a region is none of the country, where each column is of another indicator', async () => {
  const { rows } = await reader.readSheet([
    ['Страна', 'Год', 'Группа', ORDERS, VICTIMS],
    ['Кыргызстан', 2019, 'Баткенская область', 60, 90],
    ['Кыргызстан', 2019, 'женщины', 50, 80],
    ['Кыргызстан', 2019, 'г. Кызыл-Кия', 6, 7],
  ]);
  expect(rows).toEqual([]);
});

describe('a part of a part', () => {
  it.each<[string, SheetRow, string[]]>([
    ['ages', ['Всего', '0–17', 'из них девочки'], ['A5.10 2019 = 600', 'A5.10 2019 Y0T17 = 50']],
    ['villages', ['Всего', 'село', 'из них женщины'], ['A5.10 2019 = 600']],
    ['girls', ['0–17', 'из них девочки', 'из них мальчики'], []],
    [
      'nothing else',
      ['Всего', 'в том числе женщины', 'в том числе мужчины'],
      ['A5.10 2019 = 600', 'A5.10 2019 F = 50', 'A5.10 2019 M = 20'],
    ],
  ])('stands beside %s in a head', async (_what, heads, expected) => {
    const { rows } = await reader.readSheet([[VICTIMS], ['', ...heads], [2019, 600, 50, 20]]);
    expect(rows).toEqual(expected);
  });

  it.each<[string, SheetRow[], string[]]>([
    [
      'towns and villages',
      [
        ['Всего', 600],
        ['город', 400],
        ['село', 200],
        ['из них женщины', 90],
      ],
      ['A5.10 2019 = 600'],
    ],
    [
      'ages',
      [
        ['0–13', 20],
        ['14–17', 30],
        ['из них девочки', 15],
      ],
      [],
    ],
  ])('stands below %s', async (_what, body, expected) => {
    const { rows } = await reader.readSheet([[VICTIMS], ['', 2019], ...body]);
    expect(rows).toEqual(expected);
  });
});

it('regions below women, and what stands below these, are none of the whole', async () => {
  const { rows, codes } = await reader.readSheet([
    [VICTIMS],
    ['', 2019],
    ['женщины', 500],
    ['Баткенская область', 60],
    ['Чуйская область', 70],
    ['мужчины', 100],
  ]);
  // read as parts they would give PART_NOT_ASKED problems
  expect([rows, codes]).toEqual([['A5.10 2019 F = 500'], ['SERIES_NOT_MAPPED']]);
});

it('a heading “из них:” is of the row above it', async () => {
  const { rows } = await reader.readSheet([
    [VICTIMS],
    ['', 2019],
    ['Всего', 600],
    ['город', 400],
    ['село', 200],
    ['из них:'],
    ['женщины', 90],
  ]);
  expect(rows).toEqual(['A5.10 2019 = 600']);
});

describe('a title', () => {
  it.each<[string, SheetRow[]]>([
    ['directly above it', [[ORDERS]]],
    ['apart from it', [[ORDERS], []]],
  ])('is the longest line: a chapter %s names no indicator', async (_what, chapter) => {
    const { rows, codes } = await reader.readSheet([
      ...chapter,
      ['Отказы в выдаче охранных ордеров по видам насилия, 2021'],
      ['', 'Всего', 'Женщины'],
      [COUNTRY, 70, 60],
    ]);
    expect([rows, codes]).toEqual([[], ['SERIES_NOT_MAPPED']]);
  });

  it('is the longest line also above years', async () => {
    const { rows } = await reader.readSheet([
      [ORDERS],
      ['Отказы в выдаче охранных ордеров по видам насилия'],
      ['', 2019, 2020],
      [COUNTRY, 70, 60],
    ]);
    expect(rows).toEqual([]);
  });
});

it('a name that does not say of whom is no series of ours', async () => {
  const { rows } = await reader.readSheet([
    ['5.3.1 Доля мужчин 20–49 лет, вступивших в брак до 18 лет'],
    ['Показатели', 2018],
    ['Процентная доля вступивших в (не)официальный брак до 18 лет', 1.2],
    ['Процентная доля вступивших в (не)официальный брак до 15 лет', 0.2],
    ['18 жашка чейин расмий (расмий эмес) никеге тургандардын пайыздык үлүшү', 1.2],
  ]);
  expect(rows).toEqual([]);
});

describe('a region', () => {
  it.each(['Баткенская', 'Баткенская обл.', 'Баткен', 'Batken', 'Бишкек ш.', 'г.Ош', 'Osh city'])(
    'is known as %s',
    async (name) => {
      const { rows, codes } = await reader.readSheet([
        [ORDERS],
        ['', 2019],
        [COUNTRY, 600],
        [name, 60],
      ]);
      expect([rows, codes]).toEqual([['A5.8 2019 = 600'], ['PART_NOT_ASKED']]);
    },
  );
});

describe('a file of Kazakhstan', () => {
  it('names its regions by the letters of its office, and by names without the word for region', async () => {
    const kazakhstan = await startFileReader('KAZ');
    const open =
      'Year,UNIT_MEASURE,REF_AREA,Value,\n2019,NUMBER,,600,\n2019,NUMBER,KZAKM,60,\n2019,NUMBER,KZONT,7,\n';
    const yearbook = await sheetOf([
      [VICTIMS],
      ['человек'],
      ['', '2019г.'],
      ['Республика Казахстан', '1 200'],
      ['Абай', '-'],
      ['Акмолинская', 20],
      ['г.Шымкент', 5],
    ]);
    try {
      expect(await kazakhstan.readAs(open, 'A5.8.csv')).toEqual({
        rows: ['A5.8 2019 = 600'],
        codes: ['PART_NOT_ASKED', 'UNKNOWN_REGION'],
      });
      expect(await kazakhstan.readAs(yearbook, 'a.xlsx')).toEqual({
        rows: ['A5.10 2019 = 1200'],
        codes: ['NOT_BROKEN_DOWN'],
      });
    } finally {
      await kazakhstan.stop();
    }
  });
});
