import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FileReader, startFileReader } from '../../testing/read-files.ts';
import { sheetOf } from '../../testing/workbook.ts';

// Sheets with more than one table: only the first is read, and rows of the others are not read under its head.
let reader: FileReader;
beforeAll(async () => {
  reader = await startFileReader();
});
afterAll(() => reader.stop());

type Row = readonly (string | number)[];
const ORDERS = 'Выданные охранные ордера';
const VICTIMS = 'Зарегистрированные пострадавшие от домашнего насилия';
const COUNTRY = 'Кыргызская Республика';
const FIRST = ['A5.8 2019 = 6', 'A5.8 2020 = 7'];

const text = (rows: readonly Row[]) => rows.map((row) => row.join(';')).join('\n');

/** Reads the same rows as a text and as a workbook, and expects the same result. */
async function readBoth(rows: readonly Row[]) {
  const asText = await reader.readAs(text(rows));
  const sheet = await sheetOf(rows.map((row) => [...row]));
  const asSheet = await reader.readAs(sheet, 'a.xlsx');
  expect(asSheet.rows).toEqual(asText.rows);
  expect(asSheet.codes.filter((code) => code.startsWith('OTHER_TABLE'))).toEqual(
    asText.codes.filter((code) => code.startsWith('OTHER_TABLE')),
  );
  return asText;
}

describe('a table below the first', () => {
  const first: Row[] = [[ORDERS], ['Территория', 2019, 2020], [COUNTRY, 6, 7]];
  const named: Row[] = [
    ['Показатель', 2019, 2020],
    [ORDERS, 6, 7],
  ];
  it.each<[string, readonly Row[]]>([
    [
      'of the same heads below a title of its own',
      [...first, [], [VICTIMS], ['Территория', 2019, 2020], [COUNTRY, 60, 70]],
    ],
    ['of other years', [...first, [], [VICTIMS], ['Территория', 2021, 2022], [COUNTRY, 60, 70]]],
    ['of a title alone', [...first, [VICTIMS], [COUNTRY, 60, 70]]],
    ['of other years and no title', [...named, [], ['Показатель', 2021, 2022], [VICTIMS, 60, 70]]],
    [
      'of sexes instead of years',
      [...named, [], ['Показатель', 'женщины', 'мужчины'], [VICTIMS, 60, 70]],
    ],
    [
      'of what is to be',
      [...named, [], ['Целевые показатели'], ['Показатель', 2019, 2020], [VICTIMS, 60, 70]],
    ],
    ['of women alone', [...named, ['Женщины'], [VICTIMS, 60, 70]]],
  ])('%s is left out and named', async (_what, rows) => {
    const { rows: read, codes } = await readBoth(rows);
    expect([read, codes]).toEqual([FIRST, expect.arrayContaining(['OTHER_TABLE'])]);
  });

  it.each<[string, readonly Row[]]>([
    [
      'value and year change places',
      [
        ['Код', 'Значение', 'Год'],
        ['A5.10', 2020, 2019],
      ],
    ],
    [
      'it is of plans',
      [
        ['Код', 'Год', 'План'],
        ['A5.10', 2019, 60],
      ],
    ],
  ])('with a row for each value is left out where %s', async (_what, below) => {
    const { rows, codes } = await readBoth([
      ['Код', 'Год', 'Значение'],
      ['A5.8', 2019, 6],
      [],
      ...below,
    ]);
    expect([rows, codes]).toEqual([['A5.8 2019 = 6'], ['OTHER_TABLE']]);
  });

  it('is said by its rows', async () => {
    const file = text([...named, [], ['Показатель', 2021, 2022], [VICTIMS, 60, 70]]);
    const { body } = await reader.imports.send('reporter.kgz@demo.example', file, { cycle: '' });
    expect(body.problems).toMatchObject([
      { code: 'OTHER_TABLE', row: 4, severity: 'WARN', params: [{ value: '4' }, { value: '5' }] },
    ]);
  });

  it('is read instead where a person clicks at its head', async () => {
    const { api, imports } = reader;
    const who = 'reporter.kgz@demo.example';
    const rows = [...first, ['—'], [VICTIMS], ['Территория', 2021, 2022], [COUNTRY, 60, 70]];
    const { body } = await imports.send(who, text(rows), { cycle: '' });
    const again = `mutation ($input: CheckImportInput!) { checkImport(input: $input) { job { id } } }`;
    await api.work(who, again, { input: { job: body.job, head: 6 } });
    expect(await imports.checked(who, body.job)).toMatchObject({ state: 'CHECKED', problems: [] });
    expect(await reader.rowsOf(body.job)).toEqual(['A5.10 2021 = 60', 'A5.10 2022 = 70']);
  });

  it('that only repeats the heads, as on a new page, is the same one', async () => {
    const { rows, codes } = await readBoth([...named, [], ...named.slice(0, 1), [VICTIMS, 60, 70]]);
    expect([rows, codes]).toEqual([[...FIRST, 'A5.10 2019 = 60', 'A5.10 2020 = 70'], []]);
  });

  it('is none where a row only announces the parts, or tells the source', async () => {
    const { codes } = await readBoth([
      ...first,
      ['в том числе:'],
      ['Баткенская область', 1, 2],
      ['Источник: НСК'],
    ]);
    expect(codes).toEqual(['PART_NOT_ASKED']);
  });
});

it('groups of countries do not divide a table', async () => {
  const { rows, codes } = await readBoth([
    [ORDERS],
    ['Страны', 2019, 2020],
    ['Европа'],
    ['Германия', 1, 2],
    ['СНГ'],
    ['Казахстан', 3, 4],
    ['Кыргызстан', 6, 7],
  ]);
  expect([rows, codes]).toEqual([FIRST, ['OTHER_COUNTRIES']]);
});

it('a table whose first part stands below a row of women is not taken for the whole', async () => {
  const rows: Row[] = [
    ['Показатель', 2019, 2020],
    ['Женщины'],
    [ORDERS, 5, 6],
    ['Мужчины'],
    [ORDERS, 1, 1],
  ];
  expect(await readBoth(rows)).toEqual({ rows: [], codes: ['OTHER_TABLE'] });
});

describe('a section above its rows', () => {
  const heads = ['Показатель', 2019, 2020];
  const below: Row[] = [
    [ORDERS, 5, 6],
    [VICTIMS, 7, 8],
  ];
  it.each(['Женщины', 'из них женщины:', 'Казахстан', 'Баткенская область', '2018'])(
    '“%s” directly below the head is none of the head',
    async (section) => {
      expect(await readBoth([heads, [section], ...below])).toEqual({
        rows: [],
        codes: ['OTHER_TABLE'],
      });
    },
  );

  it.each<[string, Row]>([
    ['with a colon', ['Женщины:']],
    ['as of which', ['из них женщины']],
    ['with its number', ['I', 'Женщины']],
    ['of another country', ['Казахстан']],
  ])('below other figures is of what it says: %s', async (_what, section) => {
    const numbered: Row[] = [
      ['№', ...heads],
      ['', VICTIMS, 15, 16],
      section.length > 1 ? section : ['', ...section],
      ['', ORDERS, 5, 6],
    ];
    expect(await readBoth(numbered)).toEqual({
      rows: ['A5.10 2019 = 15', 'A5.10 2020 = 16'],
      codes: ['OTHER_TABLE', 'UNKNOWN_COLUMN'],
    });
  });

  it('over a merged range of its columns is of what it says', async () => {
    const rows = [heads, [VICTIMS, 15, 16], ['Женщины', 'Женщины', 'Женщины'], [ORDERS, 5, 6]];
    expect(await readBoth(rows)).toEqual({
      rows: ['A5.10 2019 = 15', 'A5.10 2020 = 16'],
      codes: ['OTHER_TABLE'],
    });
  });

  it('is none where it is our own country', async () => {
    const { rows, codes } = await readBoth([heads, [COUNTRY], ...below.slice(0, 1)]);
    expect([rows, codes]).toEqual([['A5.8 2019 = 5', 'A5.8 2020 = 6'], []]);
  });
});

describe('a row of a list that has no figures', () => {
  it.each<[string, readonly Row[], string[]]>([
    [
      'of sexes',
      [[ORDERS], ['', 2019, 2020], ['Всего', 6, 7], ['женщины', '', ''], ['мужчины', 1, 1]],
      [...FIRST, 'A5.8 2019 M = 1', 'A5.8 2020 M = 1'],
    ],
    [
      'of sexes, the first row',
      [[ORDERS], ['', 2019, 2020], ['женщины', '', ''], ['мужчины', 1, 1], ['Всего', 6, 7]],
      ['A5.8 2019 M = 1', 'A5.8 2020 M = 1', ...FIRST],
    ],
    [
      'of countries',
      [[ORDERS], ['Страны', 2019, 2020], ['Казахстан', '', ''], [COUNTRY, 6, 7]],
      FIRST,
    ],
    [
      'with marks instead',
      [
        ['Показатель', 2019, 2020],
        [ORDERS, 6, 7],
        ['из них женщины', '…', '…'],
        [VICTIMS, 60, 70],
      ],
      [...FIRST, 'A5.10 2019 = 60', 'A5.10 2020 = 70'],
    ],
  ])('%s does not cut off the others', async (_what, file, expected) => {
    const { rows, codes } = await readBoth(file);
    const figures = rows.filter((row) => /= \d+$/.test(row));
    expect([figures, codes.includes('OTHER_TABLE')]).toEqual([expected, false]);
  });
});

it('a table above the one that is read is named', async () => {
  const { rows, codes } = await readBoth([
    ['Показатель', 2019, 2020],
    [ORDERS, 6, 7],
    [],
    ['Код', 'Год', 'Значение'],
    ['A5.10', 2019, 60],
  ]);
  expect([rows, codes]).toEqual([['A5.10 2019 = 60'], ['OTHER_TABLE']]);
});

describe('a table beside the first', () => {
  it('with columns of years is left out and named', async () => {
    const heads = ['Показатель', 2019, 2020];
    const rows: Row[] = [
      [...heads, '', ...heads],
      [ORDERS, 6, 7, '', VICTIMS, 60, 70],
    ];
    expect(await readBoth(rows)).toEqual({ rows: FIRST, codes: ['OTHER_TABLE_BESIDE'] });
  });

  it('and below the first is left out and named', async () => {
    const heads = (...years: number[]): Row => ['Показатель', ...years];
    const rows: Row[] = [
      [...heads(2019, 2020), '', ...heads(2019, 2020)],
      [ORDERS, 6, 7, '', VICTIMS, 60, 70],
      [],
      [...heads(2021, 2022), '', ...heads(2021, 2022)],
      [VICTIMS, 60, 70, '', ORDERS, 1, 2],
    ];
    expect(await readBoth(rows)).toEqual({
      rows: FIRST,
      codes: ['OTHER_TABLE_BESIDE', 'OTHER_TABLE'],
    });
  });

  it('and longer than the first does not make the one below begin earlier', async () => {
    const rows: Row[] = [
      ['Показатель', 2019, 2020, '', 'Показатель', 2019, 2020],
      [ORDERS, 6, 7, '', VICTIMS, 60, 70],
      ['', '', '', '', ORDERS, 1, 2],
      [],
      ['Показатель', 2021, 2022],
      [VICTIMS, 60, 70],
      ['', '', '', '', ORDERS, 1, 2],
    ];
    const sheet = await sheetOf(rows.map((row) => [...row]));
    for (const [file, fileName] of [
      [text(rows), 'a.csv'],
      [sheet, 'a.xlsx'],
    ] as const) {
      const sent = { cycle: '', fileName };
      const { body } = await reader.imports.send('reporter.kgz@demo.example', file, sent);
      expect(body.problems).toMatchObject([
        { code: 'OTHER_TABLE_BESIDE' },
        { code: 'OTHER_TABLE', row: 5, params: [{ value: '5' }, { value: '6' }] },
      ]);
    }
  });

  it.each<[string, Row, Row]>([
    ['without heads', ['', 2019, 2020, '', '', 2021, 2022], [ORDERS, 6, 7, '', VICTIMS, 60, 70]],
    ['of codes without heads', ['', 2019, 2020, '', 2021, 2022], ['A5.8', 6, 7, 'A5.10', 60, 70]],
    [
      'headed otherwise',
      ['Показатель', 2019, 2020, '', 'Территория', 2021, 2022],
      [ORDERS, 6, 7, '', COUNTRY, 60, 70],
    ],
  ])('%s is not read under the names of the first', async (_what, heads, row) => {
    expect(await readBoth([heads, row])).toEqual({ rows: FIRST, codes: ['OTHER_TABLE_BESIDE'] });
  });

  it.each<[string, string, string]>([
    ['the same names', ORDERS, ''],
    ['marks of footnotes', 'p', ''],
    ['units', 'единиц', ''],
    ['what is not there', 'нет данных', ''],
  ])('is none where %s stand between the years', async (_what, between, head) => {
    const rows: Row[] = [
      ['Показатель', 2019, head, 2020],
      [ORDERS, 6, between, 7],
    ];
    expect((await readBoth(rows)).rows).toEqual(FIRST);
  });

  it('with a row for each value is left out and named', async () => {
    const heads = ['Код', 'Год', 'Значение'];
    const rows: Row[] = [
      [...heads, '', ...heads, 'Пол'],
      ['A5.8', 2019, 6, '', 'A5.10', 2019, 60, 'F'],
    ];
    expect(await readBoth(rows)).toEqual({
      rows: ['A5.8 2019 = 6'],
      codes: ['OTHER_TABLE_BESIDE'],
    });
  });

  it('with a row for each value and another name of the place is left out and named', async () => {
    const rows: Row[] = [
      ['Код', 'Год', 'Территория', 'Значение', '', 'Область', 'Значение'],
      ['A5.8', 2019, COUNTRY, 6, '', 'Баткенская область', 60],
    ];
    expect(await readBoth(rows)).toEqual({
      rows: ['A5.8 2019 = 6'],
      codes: ['OTHER_TABLE_BESIDE'],
    });
  });

  it('is none where the names stand at the right once more in another language', async () => {
    const rows: Row[] = [
      ['Көрсөткүчтөр', 2019, 2020, 'Показатели'],
      ['Берилген коргоо ордерлери', 6, 7, ORDERS],
    ];
    expect((await readBoth(rows)).rows).toEqual(FIRST);
  });
});
