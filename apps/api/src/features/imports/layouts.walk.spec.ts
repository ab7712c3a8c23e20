import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { cp1251 } from '../../testing/cp1251.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { openCycles } from '../../testing/open-cycles.ts';
import { sheetOf } from '../../testing/workbook.ts';

// Files in the layouts that publishers of statistics use, by their public documentation. The figures are samples.
let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const REPORTER = 'reporter.kgz@demo.example';
const YEARS = Array.from({ length: 10 }, (_, index) => 2015 + index);

beforeAll(async () => {
  api = await startTestApp({ seed: 'framework' });
  imports = importRequests(api);
  await openCycles(api.em(), YEARS);
});
afterAll(() => api.stop());

type Stored = readonly [indicator: string, year: number, value: string, part?: string];

async function send(file: string | Uint8Array, fileName: string, lang = 'en') {
  const { body } = await imports.send(REPORTER, file, { cycle: '', dryRun: false, fileName, lang });
  return body;
}

/** What was stored for the expected indicators and years. */
async function storedOf(expected: readonly Stored[]): Promise<Stored[]> {
  const rows = await api
    .em()
    .execute<{ indicator: string; year: number; value: string; part: string }[]>(
      `select o.indicator, o.year, trim_scale(r.value)::text as value,
       concat_ws(' ', nullif(o.sex, '_T'), nullif(o.age, '_T'), nullif(o.urbanisation, '_T'), nullif(o.region, '_T')) as part
     from work.observation o join work.revision r on r.id = o.current_revision
     where o.area = 'KGZ' and r.via = 'IMPORT' and o.indicator = any (?) and o.year = any (?)
     order by o.year, o.indicator, o.sex collate "C", o.age collate "C"`,
      [
        `{${[...new Set(expected.map(([indicator]) => indicator))].join(',')}}`,
        `{${[...new Set(expected.map(([, year]) => year))].join(',')}}`,
      ],
    );
  return rows.map(({ indicator, year, value, part }): Stored =>
    part === '' ? [indicator, year, value] : [indicator, year, value, part],
  );
}

const codes = (body: { problems: { code: string }[] }) => [
  ...new Set(body.problems.map(({ code }) => code)),
];

const worldBank = [
  '"Data Source","World Development Indicators",',
  '',
  '"Last Updated Date","2025-01-28",',
  '',
  '"Country Name","Country Code","Indicator Name","Indicator Code","2015","2016","2017",',
  '"Aruba","ABW","Proportion of seats held by women in national parliaments (%)","SG.GEN.PARL.ZS","","","",',
  '"Arab World","ARB","Proportion of seats held by women in national parliaments (%)","SG.GEN.PARL.ZS","17.5","17.9","18.0",',
  '"Kazakhstan","KAZ","Proportion of seats held by women in national parliaments (%)","SG.GEN.PARL.ZS","26.2","27.1","27.1",',
  '"Kyrgyz Republic","KGZ","Proportion of seats held by women in national parliaments (%)","SG.GEN.PARL.ZS","23.3","19.2","19.3",',
  '"Kyrgyz Republic","KGZ","GDP (current US$)","NY.GDP.MKTP.CD","6678178340","6813092065","7702934800",',
  '"Uzbekistan","UZB","Proportion of seats held by women in national parliaments (%)","SG.GEN.PARL.ZS","16","16","16",',
].join('\r\n');

const dataBank = [
  'Country Name,Country Code,Series Name,Series Code,2018 [YR2018],2019 [YR2019]',
  'Kyrgyz Republic,KGZ,"Women who were first married by age 18 (% of women ages 20-24)",SP.M18.2024.FE.ZS,12.9,..',
  'Tajikistan,TJK,"Women who were first married by age 18 (% of women ages 20-24)",SP.M18.2024.FE.ZS,..,..',
  '',
  'Data from database: World Development Indicators',
].join('\n');

const unsd = [
  'Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail,TimeCoverage,UpperBound,LowerBound,BasePeriod,Source,GeoInfoUrl,FootNote,[Age],[Nature],[Reporting Type],[Sex],[Units]',
  '5,5.3,5.3.1,SP_DYN_MRBF15,"Proportion of women aged 20-24 years who were married or in a union before age 15 (%)",417,Kyrgyzstan,2018,0.3,2018,,,,,MICS 2018,,,<15Y,C,G,FEMALE,PERCENT',
  '5,5.3,5.3.1,SP_DYN_MRBF15,"Proportion of women aged 20-24 years who were married or in a union before age 15 (%)",762,Tajikistan,2017,0.1,2017,,,,,DHS 2017,,,<15Y,C,G,FEMALE,PERCENT',
  '5,5.5,5.5.1,SG_GEN_LOCG,"Proportion of elected seats held by women (%)",417,Kyrgyzstan,2018,11,2018,,,,,,,,,C,G,FEMALE,PERCENT',
].join('\n');

const hdrWide = [
  'iso3,country,hdicode,region,hdi_rank_2022,hdi_2021,hdi_2022,gii_2021,gii_2022',
  'KAZ,Kazakhstan,Very High,ECA,67,0.801,0.802,0.18,0.177',
  'KGZ,Kyrgyzstan,High,ECA,117,0.698,0.701,0.35,0.345',
  'TJK,Tajikistan,Medium,ECA,126,0.676,0.679,0.27,0.269',
  'ZZE.ECA,Europe and Central Asia,,,,0.8,0.802,0.23,0.227',
].join('\n');

const hdrLong = [
  'countryIsoCode,country,indexCode,index,dimension,indicatorCode,indicator,year,value,note',
  'KGZ,Kyrgyzstan,GII,Gender Inequality Index,Gender,gii,Gender Inequality Index (value),2020,0.36,',
  'KGZ,Kyrgyzstan,GII,Gender Inequality Index,Gender,mmr,"Maternal Mortality Ratio",2020,50,',
].join('\n');

const who = [
  'IndicatorCode,Indicator,ValueType,ParentLocationCode,ParentLocation,Location type,SpatialDimValueCode,Location,Period type,Period,IsLatestYear,Dim1 type,Dim1,Dim1ValueCode,Dim2 type,Dim2,Dim2ValueCode,FactValueNumeric,FactValueUoM,Value,Language,DateModified',
  'SDGIPV12M,"Intimate partner violence, past 12 months (%)",numeric,EUR,Europe,Country,KGZ,Kyrgyzstan,Year,2018,true,Sex,Female,SEX_FMLE,Age Group,15-49 years,AGEGROUP_YEARS15-49,13,,13 [9-18],EN,2024-01-01',
  'SDGIPV12M,"Intimate partner violence, past 12 months (%)",numeric,EUR,Europe,Country,TJK,Tajikistan,Year,2018,true,Sex,Female,SEX_FMLE,Age Group,15-49 years,AGEGROUP_YEARS15-49,14,,14 [9-20],EN,2024-01-01',
].join('\n');

const whoOData = JSON.stringify({
  '@odata.context': 'https://ghoapi.azureedge.net/api/$metadata#SDGIPV12M',
  value: [
    {
      Id: 1,
      IndicatorCode: 'SDGIPV12M',
      SpatialDimType: 'COUNTRY',
      SpatialDim: 'KGZ',
      TimeDimType: 'YEAR',
      TimeDim: 2019,
      Dim1Type: 'SEX',
      Dim1: 'SEX_FMLE',
      Value: '12.5 [9-18]',
      NumericValue: 12.5,
    },
  ],
});

const ilo = [
  'ref_area,indicator,source,sex,classif1,classif2,time,obs_value,obs_status,note_classif,note_indicator,note_source',
  'KGZ,SDG_0552_NOC_RT,BA:480,SEX_F,,,2019,35.1,,,,R1:3513',
  'KAZ,SDG_0552_NOC_RT,BA:480,SEX_F,,,2019,38.1,,,,R1:3513',
  'UZB,SDG_0552_NOC_RT,BA:480,SEX_F,,,2019,27.1,,,,R1:3513',
  'DEU,SDG_0552_NOC_RT,BA:480,SEX_F,,,2019,29.1,,,,R1:3513',
].join('\n');

const unece = [
  '"Share of women among police officers by Country and Year"',
  '',
  '"Country","2016","2017"',
  '"Kazakhstan","..",9.1',
  '"Kyrgyzstan",6.5,7.25',
  '"Tajikistan","..",".."',
].join('\n');

const dhis2Analytics = JSON.stringify({
  headers: [{ name: 'dx' }, { name: 'pe' }, { name: 'ou' }, { name: 'value' }],
  metaData: {
    items: {
      fbfJHSPpUQD: { name: 'Protection orders', code: 'A5_8' },
      ImspTQPwCqd: { name: 'Kyrgyzstan' },
    },
  },
  rows: [['fbfJHSPpUQD', '2021', 'ImspTQPwCqd', '5500']],
});

const generic21 = `<?xml version="1.0" encoding="UTF-8"?>
<message:GenericData xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic">
  <message:DataSet><generic:Series>
    <generic:SeriesKey><generic:Value id="SERIES" value="SG_GEN_PARL"/><generic:Value id="REF_AREA" value="417"/><generic:Value id="SEX" value="F"/></generic:SeriesKey>
    <generic:Obs><generic:ObsDimension value="2021"/><generic:ObsValue value="17.1"/></generic:Obs>
    <generic:Obs><generic:ObsDimension value="2022"/><generic:ObsValue value="20.5"/></generic:Obs>
  </generic:Series></message:DataSet>
</message:GenericData>`;

describe('an international database', () => {
  it.each<[string, string, string, Stored[]]>([
    [
      'of the World Bank, a column for each year',
      worldBank,
      'API_SG.csv',
      [
        ['A1.6', 2015, '23.3'],
        ['A1.6', 2016, '19.2'],
        ['A1.6', 2017, '19.3'],
      ],
    ],
    ['of the World Bank, by its DataBank', dataBank, 'Data.csv', [['A4.2', 2018, '12.9']]],
    ['of the United Nations, by series', unsd, 'sdg.csv', [['A4.3', 2018, '0.3']]],
    [
      'of UNDP, a column for each index and year',
      hdrWide,
      'HDR.csv',
      [
        ['C7', 2021, '0.35'],
        ['C7', 2022, '0.345'],
      ],
    ],
    ['of UNDP, a row for each value', hdrLong, 'hdr-data.csv', [['C7', 2020, '0.36']]],
    ['of WHO, with pairs of columns for a dimension', who, 'ipv.csv', [['C1', 2018, '13']]],
    ['of WHO, by its API', whoOData, 'SDGIPV12M.json', [['C1', 2019, '12.5']]],
    [
      'in SDMX-ML 2.1, generic',
      generic21,
      'sdg.xml',
      [
        ['A1.6', 2021, '17.1'],
        ['A1.6', 2022, '20.5'],
      ],
    ],
    ['of DHIS2, by its analytics', dhis2Analytics, 'analytics.json', [['A5.8', 2021, '5500']]],
    [
      'of DHIS2, as a table',
      'Data,Period,Organisation unit,Value\nA5_8,2022,Kyrgyzstan,6100\n',
      'table.csv',
      [['A5.8', 2022, '6100']],
    ],
  ])('%s is stored in its years', async (_of, file, fileName, expected) => {
    const body = await send(file, fileName);
    expect([body.state, codes(body), body.summary.errors]).toEqual(['COMMITTED', codes(body), 0]);
    expect(await storedOf(expected)).toEqual(expected);
  });

  it('tells what it left out: other countries once, and each series that is none of ours', async () => {
    const body = await send(worldBank, 'API_SG.csv');
    expect(body.summary).toMatchObject({ same: 3, errors: 0 });
    expect(codes(body)).toEqual(expect.arrayContaining(['OTHER_COUNTRIES', 'SERIES_NOT_MAPPED']));
    expect(body.problems.filter(({ code }: { code: string }) => code === 'OTHER_AREA')).toEqual([]);
  });

  it('of the ILO has a series that nobody mapped, and is not stored', async () => {
    const body = await send(ilo, 'ilo.csv');
    expect([body.state, codes(body)]).toEqual([
      'COMMITTED',
      expect.arrayContaining(['SERIES_NOT_MAPPED']),
    ]);
    expect(body.summary).toMatchObject({ new: 0, errors: 0 });
  });

  it('of UNECE is a series by the title of its table, until somebody says which indicator it is', async () => {
    const body = await send(unece, 'unece.csv');
    expect(body.problems).toContainEqual(
      expect.objectContaining({
        code: 'SERIES_NOT_MAPPED',
        params: [
          { name: 'text', value: 'Share of women among police officers by Country and Year' },
        ],
      }),
    );
    await api.work(
      REPORTER,
      `mutation ($input: MapSeriesInput!) { mapSeries(input: $input) { problems { code } } }`,
      {
        input: {
          ...{ area: 'KGZ', format: 'csv', indicator: 'A5.9', idempotencyKey: 'map-of-unece' },
          series: 'Share of women among police officers by Country and Year',
        },
      },
    );
    expect(await send(unece, 'unece.csv')).toMatchObject({
      state: 'COMMITTED',
      summary: { errors: 0 },
    });
    const expected: Stored[] = [
      ['A5.9', 2016, '6.5'],
      ['A5.9', 2017, '7.25'],
    ];
    expect(await storedOf(expected)).toEqual(expected);
  });
});

describe('a yearbook', () => {
  const victims = 'Зарегистрированные пострадавшие от домашнего насилия';

  it('with a title, a head of two rows in merged cells and its columns numbered is stored', async () => {
    const rows = [
      [`Таблица 5.1. ${victims}`],
      ['(человек)'],
      [],
      ['Территории', '2019', '', '2020', ''],
      ['', 'женщины', 'мужчины', 'женщины', 'мужчины'],
      ['А', 1, 2, 3, 4],
      ['Кыргызская Республика', 6100, 180, 9000, 320],
      ['Баткенская область', 400, 10, 500, 12],
    ];
    const bytes = await sheetOf(rows, {
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
        { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
        { startRow: 3, startCol: 1, endRow: 3, endCol: 2 },
        { startRow: 3, startCol: 3, endRow: 3, endCol: 4 },
      ],
    });
    const body = await send(bytes, 'ежегодник.xlsx', 'ru');
    expect([body.state, codes(body)]).toEqual(['COMMITTED', codes(body)]);
    const expected: Stored[] = [
      ['A5.10', 2019, '6100', 'F'],
      ['A5.10', 2019, '180', 'M'],
      ['A5.10', 2020, '9000', 'F'],
      ['A5.10', 2020, '320', 'M'],
    ];
    expect(await storedOf(expected)).toEqual(expected);
    expect(codes(body)).toEqual(expect.arrayContaining(['NOT_BROKEN_DOWN']));
  });

  it('in Windows-1251, of indicators by years, with women and men below each, is stored', async () => {
    const file = [
      'Домашнее насилие;;;',
      'Показатели;2021;2022;2023 г.',
      'Выданные охранные ордера;6 100;7 200;8 300',
      'в том числе:;;;',
      'женщины;6 000;7 000;8 000',
      'мужчины;100;200;300',
    ].join('\r\n');
    const body = await send(cp1251(file), 'насилие.csv', 'ru');
    expect([
      body.state,
      body.problems.filter((one: { severity: string }) => one.severity === 'ERROR'),
    ]).toEqual(['COMMITTED', []]);
    const expected: Stored[] = [2021, 2022, 2023].flatMap((year, at): Stored[] => [
      ['A5.8', year, ['6000', '7000', '8000'][at] ?? '', 'F'],
      ['A5.8', year, ['100', '200', '300'][at] ?? '', 'M'],
      ['A5.8', year, ['6100', '7200', '8300'][at] ?? ''],
    ]);
    expect(await storedOf(expected)).toEqual(expected);
  });
});
