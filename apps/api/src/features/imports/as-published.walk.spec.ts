import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type FileReader,
  RUSSIAN,
  type SheetRow,
  startFileReader,
} from '../../testing/read-files.ts';

// Table heads and database columns as they were published (decision 0090). The figures are samples.
let reader: FileReader;
beforeAll(async () => {
  reader = await startFileReader();
});
afterAll(() => reader.stop());

const { orders: ORDERS, victims: VICTIMS, country: COUNTRY } = RUSSIAN;

describe('the head of a table', () => {
  it.each<[string, string, string[]]>([
    [
      'names the code of a series in brackets',
      'Time,Time Code,Country Code,Seats held by women (%) [SG.GEN.PARL.ZS],First married by 18 [SP.M18.2024.FE.ZS]\n2018,YR2018,KGZ,19.2,12.9\n',
      ['A1.6 2018 = 19.2', 'A4.2 2018 = 12.9'],
    ],
    [
      'says the whole of a sex and a year',
      '"Protection orders issued"\n\n"Country","Both sexes 2019","Female 2019"\n"Kyrgyzstan",65,60\n',
      ['A5.8 2019 = 65', 'A5.8 2019 F = 60'],
    ],
    [
      'is labelled without a space',
      'DATAFLOW,REF_AREA:Geographic area,INDICATOR:Indicator,TIME_PERIOD:Time period,OBS_VALUE:Observation Value\nX:Y(1.0),KGZ: Kyrgyzstan,A5.8: Orders,2019,65\n',
      ['A5.8 2019 = 65'],
    ],
    [
      'is that of a register in Russian',
      `№;Наименование показателя;Регион;Отчетный период;Пол;Значение показателя\n1;${ORDERS};${COUNTRY};2019 г.;Оба пола;65\n`,
      ['A5.8 2019 = 65'],
    ],
  ])('%s', async (_what, file, expected) => {
    expect((await reader.readAs(file, 'a.csv', 'en')).rows).toEqual(expected);
  });

  it.each<[string, readonly SheetRow[], string[]]>([
    [
      'has years in a column without a name',
      [[ORDERS], ['', COUNTRY, 'Баткенская область'], [2019, 600, 60], [2020, 700, 70]],
      ['A5.8 2019 = 600', 'A5.8 2020 = 700'],
    ],
    [
      'has a note below its years, and a mark behind one',
      [
        [ORDERS],
        ['Годы', 'Всего', 'В том числе', ''],
        ['', '', 'женщины', 'мужчины'],
        ['2019', 600, 500, 100],
        ['2020*', 700, 590, 110],
        ['* предварительно'],
      ],
      [
        ...['A5.8 2019 = 600', 'A5.8 2019 F = 500', 'A5.8 2019 M = 100'],
        ...['A5.8 2020 = 700', 'A5.8 2020 F = 590', 'A5.8 2020 M = 110'],
      ],
    ],
    [
      'has a year of which nothing but marks is said',
      [[ORDERS], ['', 2019, 2020], [COUNTRY, 600, '…']],
      ['A5.8 2019 = 600', 'A5.8 2020 = NOT_SHARED'],
    ],
    [
      'has three rows in Kazakh',
      [
        [ORDERS],
        ['Өңірлер', '2021 ж.', '2021 ж.', '2021 ж.'],
        ['', 'барлығы', 'соның ішінде', 'соның ішінде'],
        ['', '', 'әйелдер', 'ерлер'],
        ['Қырғызстан', 600, 500, 100],
      ],
      ['A5.8 2021 = 600', 'A5.8 2021 F = 500', 'A5.8 2021 M = 100'],
    ],
    [
      'is followed by what is asked for and what is not',
      [
        ['Показатели', 2019],
        ['Доля мест, занимаемых женщинами в национальных парламентах', 19.2],
        ['Доля мест, занимаемых женщинами в местных органах власти', 11],
      ],
      ['A1.6 2019 = 19.2'],
    ],
    [
      'says an estimate beside its year',
      [[ORDERS], ['', 2024, '2025 (оценка)'], [COUNTRY, 600, 700]],
      ['A5.8 2024 = 600', 'A5.8 2025 = 700'],
    ],
    [
      'says the whole with its unit, and has its year in the title',
      [
        [`${VICTIMS} в 2021 году`],
        ['', 'Всего, человек', 'в том числе женщины', 'удельный вес женщин, в процентах'],
        [COUNTRY, 900, 800, 88.9],
      ],
      ['A5.10 2021 = 900', 'A5.10 2021 F = 800'],
    ],
    [
      'stands below a title that says by what it is divided',
      [[`${ORDERS} по полу и территории в 2021г.`], ['', 'Всего', 'Женщины'], [COUNTRY, 700, 600]],
      ['A5.8 2021 = 700', 'A5.8 2021 F = 600'],
    ],
    [
      'says by which kinds nobody knows the whole is divided',
      [
        [ORDERS],
        ['', 'Всего', 'из них по видам насилия', ''],
        ['', '', 'физическое', 'психологическое'],
        ['2019', 600, 300, 200],
        ['2020', 700, 400, 200],
      ],
      ['A5.8 2019 = 600', 'A5.8 2020 = 700'],
    ],
    [
      'is above rows that say their units',
      [[VICTIMS], ['', 2019], ['Всего, тыс. человек', 6], ['из них женщины, в процентах', 90]],
      ['A5.10 2019 = 6000'],
    ],
    [
      'has the numbers of its rows beside it, and notes below',
      [
        [`${ORDERS} (единиц)`],
        ['по состоянию на конец года'],
        ['№ п/п', 'Регион', '2019 год'],
        ['1', '2', '3'],
        ['', 'Всего по республике', 600],
        [1, 'Баткенская обл.', 60],
        ['Источник: МВД КР'],
      ],
      ['A5.8 2019 = 600'],
    ],
  ])('%s', async (_what, rows, expected) => {
    const { rows: read } = await reader.readSheet(rows);
    expect(read).toEqual(expected);
  });
});

it('a row of the data is no head of one year', async () => {
  const rows: SheetRow[] = [
    [ORDERS],
    ['Место', 'человек'],
    ['Баткенская область', 2019],
    ['Чуйская область', 1500],
  ];
  expect((await reader.readSheet(rows)).rows).toEqual([]);
});

it('a column of a workbook with figures that are not read is told', async () => {
  const rows: SheetRow[] = [
    ['Показатель', '2019', '2020', '2020 в % к 2019'],
    [ORDERS, 600, 700, 116.7],
  ];
  const { rows: read, codes } = await reader.readSheet(rows);
  expect([read, codes]).toEqual([['A5.8 2019 = 600', 'A5.8 2020 = 700'], ['UNKNOWN_COLUMN']]);
});

it('our own code in brackets says nothing of what stands before it', async () => {
  const file = `Страна;Год;Охранные ордера, женщины [A5.8];Охранные ордера, мужчины [A5.10]\nКыргызстан;2019;50;5\n`;
  expect((await reader.readAs(file)).rows).toEqual([]);
});

it('a list of ages without a name is read as the parts that it lists', async () => {
  const rows: SheetRow[] = [[VICTIMS], ['', 2019, 2020], ['Всего', 600, 700], ['0-17', 50, 60]];
  const read = await reader.readSheet([...rows, ['18-49', 400, 500], ['50+', 150, 140]]);
  expect(read.rows).toEqual([
    ...['A5.10 2019 = 600', 'A5.10 2020 = 700'],
    ...['A5.10 2019 Y0T17 = 50', 'A5.10 2020 Y0T17 = 60'],
  ]);
});

describe('a database', () => {
  it('that divides by categories, in units of its own, has no part for the whole', async () => {
    const file = [
      'Iso3_code,Indicator,Dimension,Category,Sex,Year,Unit of measurement,VALUE',
      'KGZ,A5.8,Total,Total,Total,2019,Counts,600',
      'KGZ,A5.8,Total,Total,Total,2019,"Rate per 100,000 population",9',
      'KGZ,A5.8,by location,Home,Total,2020,Counts,6',
    ].join('\n');
    expect((await reader.readAs(file, 'a.csv', 'en')).rows).toEqual(['A5.8 2019 = 600']);
  });

  it('that writes codes of the World Bank in its own way is known, and others keep nothing out', async () => {
    const file = [
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,COMP_BREAKDOWN_1,TIME_PERIOD,OBS_VALUE',
      'datastructure,WB:D(1.0),I,KGZ,WB_WDI_SG_GEN_PARL_ZS,_Z,2019,19.2',
      'datastructure,WB:D(1.0),I,KGZ,WB_WDI_SP_POP_TOTL,_Z,2019,6400000',
    ].join('\n');
    expect(await reader.readAs(file, 'a.csv', 'en')).toEqual({
      rows: ['A1.6 2019 = 19.2'],
      codes: ['SERIES_NOT_MAPPED'],
    });
  });
});

describe('a file of Open SDG', () => {
  it('is one also with an empty column at its end: what divides it is no whole', async () => {
    const file = 'Year,Perpetrator,Value,\n2019,,5,\n2020,Husband,3,\n';
    expect((await reader.readAs(file, 'A5.8.csv', 'en')).rows).toEqual(['A5.8 2019 = 5']);
  });

  it('is of the country where it names no region', async () => {
    const file = 'Year,REF_AREA,SEX,Value\n2019,,,600\n2019,,F,500\n2019,KG05,,60\n';
    expect((await reader.readAs(file, 'A5.8.csv', 'en')).rows).toEqual([
      'A5.8 2019 = 600',
      'A5.8 2019 F = 500',
    ]);
    // but no row is read where the column names another country
    const other = file.replace('KG05', 'KAZ');
    expect((await reader.readAs(other, 'A5.8.csv', 'en')).rows).toEqual([]);
  });

  it('names its columns in English: below names of others a blank region is none', async () => {
    const file =
      'Год;Территория;Пол;Значение\n2019;Баткенская область;женщины;50\n2019;;мужчины;10\n';
    const { rows, codes } = await reader.readAs(file, 'A5.8.csv');
    expect([rows, codes]).toEqual([[], expect.arrayContaining(['AREA_MISSING'])]);
  });

  it('says the status of its figures in words', async () => {
    const file =
      'Year,Observation status,Unit multiplier,Value\n2019,Normal value,Units,5\n2020,Undefined,Units,6\n';
    expect((await reader.readAs(file, 'A5.8.csv', 'en')).rows).toEqual([
      'A5.8 2019 = 5',
      'A5.8 2020 = 6',
    ]);
  });

  it('is not kept out by rows of series and years that nobody asks for', async () => {
    const file = 'Year,Series,Value\n2019,A5.8,5\n2011/12,House of Lords,3\n2019,,4\n';
    const { body } = await reader.imports.send('reporter.kgz@demo.example', file, {
      ...{ cycle: '', lang: 'en' },
    });
    expect(body.summary).toMatchObject({ new: 1, rejected: 2, errors: 0 });
  });
});

it('a period of ADX that is no calendar year is left out and keeps nothing out', async () => {
  const group = (period: string, value: number) =>
    `<group orgUnit="KGZ" period="${period}"><dataValue dataElement="A5.8" value="${String(value)}"/></group>`;
  const file = `<?xml version="1.0"?><adx xmlns="urn:ihe:qrph:adx:2015">${group('2019-01-01/P1Y', 60)}${group('2020-01-01/P1M', 5)}${group('2021-04-01/P1Y', 7)}</adx>`;
  expect(await reader.readAs(file, 'a.xml', 'en')).toEqual({
    rows: ['A5.8 2019 = 60'],
    codes: ['NOT_ANNUAL'],
  });
});
