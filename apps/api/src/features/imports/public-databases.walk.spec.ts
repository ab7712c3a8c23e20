import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { type FileReader, startFileReader } from '../../testing/read-files.ts';
import { sheetOf } from '../../testing/workbook.ts';

// More layouts that publishers of statistics use, by their public documentation, and ways to write years. The figures are samples.
let reader: FileReader;
beforeAll(async () => {
  reader = await startFileReader();
});
afterAll(() => reader.stop());

const ORDERS = 'Выданные охранные ордера';
const VICTIMS = 'Зарегистрированные пострадавшие от домашнего насилия';
const MARRIED =
  '"Proportion of women aged 20-24 years who were married or in a union before age 18 (%)"';

const worldBankApi = JSON.stringify([
  { page: 1, pages: 1, per_page: 50, total: 2 },
  ['2019', '2018'].map((date) => ({
    indicator: { id: 'SG.GEN.PARL.ZS', value: 'Seats held by women' },
    country: { id: 'KG', value: 'Kyrgyz Republic' },
    ...{ countryiso3code: 'KGZ', date, unit: '', obs_status: '', decimal: 0 },
    value: date === '2019' ? 19.2 : null,
  })),
]);
const unsdApi = JSON.stringify({
  totalElements: 1,
  data: [
    {
      ...{ goal: ['5'], indicator: ['5.3.1'], series: 'SP_DYN_MRBF18', geoAreaCode: '417' },
      ...{ geoAreaName: 'Kyrgyzstan', timePeriodStart: 2018, value: '12.9', valueType: 'Float' },
      ...{ dimensions: { Age: '<18Y', Sex: 'FEMALE' }, attributes: { Units: 'PERCENT' } },
    },
  ],
});
const whoObservation = (place: string, type: string, more: object) => ({
  ...{ IndicatorCode: 'SDGIPV12M', SpatialDimType: type, SpatialDim: place, TimeDimType: 'YEAR' },
  ...{ TimeDim: 2018, Dim1Type: 'SEX', Dim1: 'SEX_FMLE', Value: '13 [9-18]', NumericValue: 13 },
  ...more,
});
const whoApi = JSON.stringify({
  value: [
    whoObservation('KGZ', 'COUNTRY', { Dim2Type: 'AGEGROUP', Dim2: 'AGEGROUP_YEARS15-49' }),
    whoObservation('KAZ', 'COUNTRY', { NumericValue: 12 }),
    whoObservation('EUR', 'REGION', { NumericValue: 20 }),
  ],
});
const analytics = (metaData: object) =>
  JSON.stringify({
    headers: ['dx', 'pe', 'ou', 'value'].map((name) => ({ name })),
    metaData,
    rows: [['fbfJHSPpUQD', '2021', 'ImspTQPwCqd', '5500']],
  });

describe('a public database', () => {
  it.each<[string, string, string, string[]]>([
    ['of the World Bank, by its API', worldBankApi, 'a.json', ['A1.6 2019 = 19.2']],
    [
      'of the World Bank, series before countries',
      'Series Name,Series Code,Country Name,Country Code,2018 [YR2018]\nx,SG.GEN.PARL.ZS,Kyrgyz Republic,KGZ,19.2\n,,,,\nData from database: WDI,,,,\n',
      'a.csv',
      ['A1.6 2018 = 19.2'],
    ],
    [
      'of the United Nations, a column for each year',
      `Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,Age,Sex,Units,2017,2018\n5,5.3,5.3.1,SP_DYN_MRBF18,${MARRIED},417,Kyrgyzstan,<18Y,FEMALE,PERCENT,12.7,12.9\n`,
      'a.csv',
      ['A4.2 2017 = 12.7', 'A4.2 2018 = 12.9'],
    ],
    ['of the United Nations, by its API', unsdApi, 'a.json', ['A4.2 2018 = 12.9']],
    [
      'of UNDP, of one country',
      'iso3,country,hdicode,region,gii_rank_2022,gii_2021,gii_2022,mmr_2021,pr_f_2021\nKGZ,Kyrgyzstan,High,ECA,87,0.35,0.345,50,20.5\n',
      'HDR23-24_Composite_indices_complete_time_series.csv',
      ['C7 2021 = 0.35', 'C7 2022 = 0.345'],
    ],
    ['of WHO, by its API, with ages and regions of the world', whoApi, 'a.json', ['C1 2018 = 13']],
    [
      'of WHO, by its data hub',
      'IND_CODE,IND_NAME,DIM_GEO_CODE_M49,DIM_GEO_CODE_TYPE,DIM_TIME,DIM_SEX,VALUE_NUMERIC\nSDGIPV12M,IPV,417,COUNTRY,2018,FEMALE,13\n',
      'a.csv',
      ['C1 2018 = 13'],
    ],
    [
      'of the ILO, by its labels',
      'ref_area.label,source.label,indicator.label,sex.label,classif1.label,time,obs_value\nKyrgyzstan,LFS,Protection orders issued,Sex: Female,Age (Aggregate bands): Total,2020,36\nKyrgyzstan,LFS,Protection orders issued,Sex: Female,Age (Youth): 15+,2020,30\n',
      'a.csv',
      ['A5.8 2020 F = 36'],
    ],
    [
      'of UNECE, with the variables of its table in the title',
      '"Protection orders issued by Country, Sex and Year"\n\n"Country";"Sex";"2016";"2017"\n"Kyrgyzstan";"Both sexes";65;70\n"Kyrgyzstan";"Female";60;61\n"Kazakhstan";"Female";1;2\n',
      'a.csv',
      ['A5.8 2016 = 65', 'A5.8 2017 = 70', 'A5.8 2016 F = 60', 'A5.8 2017 F = 61'],
    ],
    [
      'of DHIS2, values in XML',
      '<?xml version="1.0"?><dataValueSet xmlns="http://dhis2.org/schema/dxf/2.0" period="2021" orgUnit="KG"><dataValue dataElement="A5_8" value="5"/><dataValue dataElement="A5_8" period="2022" value="6"/></dataValueSet>',
      'a.xml',
      ['A5.8 2021 = 5', 'A5.8 2022 = 6'],
    ],
    [
      'of DHIS2, analytics with names',
      analytics({ names: { fbfJHSPpUQD: 'Protection orders issued', ImspTQPwCqd: 'Kyrgyzstan' } }),
      'a.json',
      ['A5.8 2021 = 5500'],
    ],
    [
      'of DHIS2, analytics as a table',
      '"dataid","dataname","datacode","datadescription","periodid","periodname","organisationunitid","organisationunitname","Value"\n"fbfJHSPpUQD","Protection orders issued","","","2021","2021","ImspTQPwCqd","Kyrgyzstan",55\n',
      'a.csv',
      ['A5.8 2021 = 55'],
    ],
    [
      'of DHIS2, a pivot table of data and years',
      'Organisation unit,Protection orders issued 2019,Protection orders issued 2020\nKyrgyzstan,5,6\n',
      'a.csv',
      ['A5.8 2019 = 5', 'A5.8 2020 = 6'],
    ],
    [
      'of Open SDG, in two units',
      'Year,Units,Value\n2019,Percentage,5\n2020,Number,500\n',
      'A5.9.csv',
      ['A5.9 2019 = 5'],
    ],
    [
      'of Open SDG, in thousands',
      'Year,Units,Unit multiplier,Value\n2019,Number,Thousands,5\n',
      'A5.8.csv',
      ['A5.8 2019 = 5000'],
    ],
    [
      'of Open SDG, divided by what nobody knows',
      'Year,Perpetrator,Value\n2019,,5\n2020,Husband,3\n',
      'A5.8.csv',
      ['A5.8 2019 = 5'],
    ],
  ])('%s is read as it is meant', async (_of, file, fileName, expected) => {
    expect((await reader.readAs(file, fileName, 'en')).rows).toEqual(expected);
  });

  it('of the United Nations is not taken for the whole where we do not know its dimension', async () => {
    const file = unsdApi.replace('"Sex":"FEMALE"', '"Sex":"FEMALE","Disability status":"PD"');
    expect((await reader.readAs(file, 'a.json', 'en')).rows).toEqual([]);
    const ofAll = unsdApi.replace('"Sex"', '"Disability status":"_T","Reporting Type":"G","Sex"');
    expect((await reader.readAs(ofAll, 'a.json', 'en')).rows).toEqual(['A4.2 2018 = 12.9']);
  });

  it('as JSON-stat has no half of a year for the year', async () => {
    const category = (...texts: string[]) => ({
      category: {
        index: texts.map((_, at) => String(at)),
        label: Object.fromEntries(texts.map((text, at) => [String(at), text])),
      },
    });
    const file = (periods: string[]) =>
      JSON.stringify({
        ...{ version: '2.0', class: 'dataset', label: 'Protection orders issued' },
        ...{
          id: ['Country', 'Period', 'Year'],
          size: [1, periods.length, 1],
          value: [6, 7].slice(0, periods.length),
        },
        dimension: {
          Country: category('Kyrgyzstan'),
          Period: category(...periods),
          Year: category('2019'),
        },
      });
    expect((await reader.readAs(file(['I полугодие', 'Год']), 'a.json')).rows).toEqual([]);
    expect((await reader.readAs(file(['I полугодие']), 'a.json')).rows).toEqual([]);
  });

  it('of Open SDG, saved as a workbook, is not taken for the whole where nobody knows its dimension', async () => {
    const rows = [
      ['Year', 'Indicator', 'Perpetrator', 'Value'],
      [2019, 'A5.8', '', 5],
      [2020, 'A5.8', 'Husband', 3],
    ];
    const { rows: read } = await reader.readAs(await sheetOf(rows), 'a.xlsx', 'en');
    expect(read).toEqual(['A5.8 2019 = 5']);
  });

  it.each<[string, string[], string[]]>([
    ['Thousands', ['A5.8 2019 = 5000'], ['TAKEN_AS']],
    ['тыс. единиц', ['A5.8 2019 = 5000'], ['TAKEN_AS']],
    ['Tens of thousands', ['A5.8 2019 = 50000'], ['TAKEN_AS']],
    ['4: Tens of thousands', ['A5.8 2019 = 50000'], ['TAKEN_AS']],
    ['Hundreds', ['A5.8 2019 = 500'], ['TAKEN_AS']],
    ['Units', ['A5.8 2019 = 5'], []],
    ['_Z', ['A5.8 2019 = 5'], []],
    ['десятки тысяч', [], ['OTHER_UNIT']],
    ['100', [], ['OTHER_UNIT']],
  ])('whose multiplier is “%s” is multiplied by it, or left out', async (text, rows, codes) => {
    const file = `Code,Year,Unit multiplier,Value\nA5.8,2019,${text},5\n`;
    expect(await reader.readAs(file, 'a.csv', 'en')).toEqual({ rows, codes });
  });

  it('with the letters of a region is not taken for the country', async () => {
    const file = 'code,year,country,region,value\nA5.8,2019,UZB,SA,5\n';
    const { body } = await reader.imports.send('reporter.uzb@demo.example', file, {
      ...{ country: 'UZB', cycle: '', lang: 'en' },
    });
    expect([body.problems, await reader.rowsOf(body.job)]).toEqual([
      [expect.objectContaining({ code: 'UNKNOWN_CODE' })],
      [],
    ]);
  });

  it('of DHIS2 without any metadata is read once somebody says what its identifiers are', async () => {
    const { api, imports } = reader;
    const reporter = 'reporter.kgz@demo.example';
    const file = analytics({});
    const sent = await imports.send(reporter, file, { cycle: '', lang: 'en' });
    const input = { area: 'KGZ', format: 'dhis2-json', series: 'fbfJHSPpUQD', indicator: 'A5.8' };
    const mapping = `mutation ($input: MapSeriesInput!) { mapSeries(input: $input) { problems { code } } }`;
    await api.work(reporter, mapping, { input: { ...input, idempotencyKey: 'uid-of-analytics' } });
    const read = await imports.again(reporter, sent.body.job, {
      codes: { area: { ImspTQPwCqd: 'KGZ' } },
    });
    expect(read.summary).toMatchObject({ new: 1, errors: 0 });
  });
});

describe('a yearbook', () => {
  it.each<[string, (string | number)[][], string[]]>([
    [
      'in Kyrgyz',
      [
        ['5.1-таблица. Берилген коргоо ордерлери'],
        ['', '2019-ж.', '2020-ж.'],
        ['Кыргыз Республикасы', 6, 7],
      ],
      ['A5.8 2019 = 6', 'A5.8 2020 = 7'],
    ],
    [
      'in Kazakh',
      [
        [ORDERS],
        ['адам'],
        ['Көрсеткіштер', '2019 ж.'],
        ['Барлығы', 6],
        ['әйелдер', 5],
        ['ерлер', 1],
      ],
      ['A5.8 2019 = 6', 'A5.8 2019 F = 5', 'A5.8 2019 M = 1'],
    ],
    [
      'in Tajik, a row for each year',
      [[`Ҷадвали 3. ${ORDERS}`], ['Солҳо', 'Ҳамагӣ', 'занон'], [2019, 6, 5], [2020, 7, 6]],
      ['A5.8 2019 = 6', 'A5.8 2019 F = 5', 'A5.8 2020 = 7', 'A5.8 2020 F = 6'],
    ],
    [
      'in Uzbek',
      [[ORDERS], ['Hududlar', '2019-yil', '2020-yil'], ['Qirgʻiziston Respublikasi', 6, 7]],
      ['A5.8 2019 = 6', 'A5.8 2020 = 7'],
    ],
    [
      'in Uzbek of Cyrillic letters',
      [[ORDERS], ['Ҳудудлар', '2019 йил', '2020 йил'], ['Қирғизистон Республикаси', 6, 7]],
      ['A5.8 2019 = 6', 'A5.8 2020 = 7'],
    ],
    [
      'in Russian, numbers and rates side by side',
      [
        ['', ORDERS, '', VICTIMS, ''],
        ['Год', 'всего', 'на 100 тыс. населения', 'всего', 'на 100 тыс. населения'],
        [2019, 6, 1, 60, 2],
      ],
      ['A5.8 2019 = 6', 'A5.10 2019 = 60'],
    ],
    [
      'in Russian, countries side by side',
      [[ORDERS], ['Год', 'Казахстан', 'Кыргызстан', 'Таджикистан'], [2019, 6, 1, 3]],
      ['A5.8 2019 = 1'],
    ],
  ])('%s is read', async (_what, rows, expected) => {
    const { rows: read } = await reader.readAs(await sheetOf(rows), 'a.xlsx');
    expect(read).toEqual(expected);
  });
});

describe('a year', () => {
  const column = (years: readonly string[]) =>
    `Код;Год;Значение\n${years.map((year) => `A5.8;${year};5`).join('\n')}\n`;

  it('is known with the word for it in six languages, before or behind', async () => {
    const years = [
      '2019 г.',
      '2020-ж.',
      '2021 жыл',
      '2022-жылы',
      'соли 2023',
      '2024-yil',
      '2025 год',
    ];
    const { rows } = await reader.readAs(column(years));
    expect(rows).toEqual(
      [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => `A5.8 ${year} = 5`),
    );
  });

  it.each(['2022/23', '2022-2023', '01.01.2022', '31.12.2022', '2022-12-31', '44562', '22'])(
    'is not guessed from %s in a column',
    async (year) => {
      expect((await reader.readAs(column([year]))).rows).toEqual([]);
    },
  );

  it.each([
    '2018/19;2019/20',
    '01.01.2019;01.01.2020',
    '2019-12-31;2020-12-31',
    'на начало 2019;на начало 2020',
    '9 мес. 2019;9 мес. 2020',
    '1 полугодие 2019;1 полугодие 2020',
    '19;20',
  ])('is not guessed from the heads %s', async (heads) => {
    const { rows, codes } = await reader.readAs(`Показатель;${heads}\n${ORDERS};6;7\n`);
    expect([rows, codes]).toEqual([[], ['NO_VALUE_COLUMN']]);
  });

  it('is that of a day where the cell shows nothing but the year', async () => {
    const day = new Date(Date.UTC(2019, 0, 1));
    const file = async (style: object) => {
      const rows = [
        ['Код', 'Год', 'Значение'],
        ['A5.8', day, 6],
      ];
      const cells = new Map([['1,1', { value: day, ...style }]]);
      return new Uint8Array(await writeXlsx({ sheets: [{ name: 's', rows, cells }] }));
    };
    const shown = await reader.readAs(await file({ style: { numFmt: 'yyyy' } }), 'a.xlsx');
    expect(shown.rows).toEqual(['A5.8 2019 = 6']);
    expect(await reader.readAs(await file({}), 'a.xlsx')).toEqual({
      rows: [],
      codes: ['NOT_ANNUAL'],
    });
  });
});
