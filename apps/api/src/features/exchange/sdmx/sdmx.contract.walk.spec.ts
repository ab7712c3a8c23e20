import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { table } from '../read-back.fixture.ts';
import { INDICATORS, TARGETS } from './cube.ts';
import { ManyTexts } from './texts.ts';
import {
  publishThird,
  readSdmxJson,
  readSdmxMl,
  type Read,
} from '../../../testing/sdmx-messages.ts';

const JSON_TYPE = 'application/vnd.sdmx.data+json;version=2.0.0';
const CSV_TYPE = 'application/vnd.sdmx.data+csv;version=2.0.0';
const DATA = '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*';
const LEVEL_DATA = '/sdmx/data/dataflow/QADAM/DF_LEVELS/1.0.0/*';
const TARGET_DATA = '/sdmx/data/dataflow/QADAM/DF_TARGETS/1.0.0/*';

let test: TestApp;
let standing: Read[];
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await publishThird(test);
  standing = await test.em().execute<Read[]>(
    `select 'A' as "FREQ", case v.region when '_T' then coalesce(a.iso2, v.area) else v.region end as "REF_AREA",
       replace(v.indicator, '.', '_') as "INDICATOR", v.sex as "SEX", v.age as "AGE", v.urbanisation as "URBANISATION",
       regexp_replace(v.breakdown, '[^A-Za-z0-9_@$-]', '_', 'g') as "CUST_BREAKDOWN", v.year::text as "TIME_PERIOD", coalesce(trim_scale(v.value)::text, '') as "OBS_VALUE",
       i.unit as "UNIT_MEASURE", '0' as "UNIT_MULT", v.obs_status as "OBS_STATUS", case v.obs_status when 'Q' then 'C' else 'F' end as "CONF_STATUS",
       coalesce(trim_scale(v.numerator)::text, '') as "NUMERATOR", coalesce(trim_scale(v.denominator)::text, '') as "DENOMINATOR",
       coalesce(nullif(concat_ws('. ', s.publisher, s.title, s.year), ''), b.names ->> 'en', '') as "SOURCE_DETAIL",
       case v.obs_status when 'Q' then 'Hidden to protect people.' else coalesce(v.note ->> 'en', '') end as "COMMENT_OBS",
       coalesce(s.licence, case when v.body is not null then 'CC BY 4.0' end, '') as "LICENCE",
       coalesce(v.period, '') as "TIME_DETAIL", coalesce(v.fact_date, '') as "FACT_DATE", coalesce(v.provision, '') as "PROVISION",
       coalesce(v.basis, '') as "BASIS"
     from publication.value v join publication.indicator i on i.code = v.indicator and i.until_release is null
       join publication.area a on a.code = v.area and a.until_release is null
       left join publication.source s on s.id = v.source and s.until_release is null
       left join publication.body b on b.code = v.body and b.until_release is null
     where v.until_release is null`,
  );
}, 120_000);
afterAll(() => test.stop());

const readCsvText = (body: string): Read[] => table(readCsv({ bytes: Buffer.from(body) }).rows);
const FLAT = 'dimensionAtObservation=AllDimensions';
const FORMATS: Record<string, { accept: string; query: string; read: (body: string) => Read[] }> = {
  'SDMX-CSV': {
    accept: CSV_TYPE,
    query: '',
    read: readCsvText,
  },
  'SDMX-CSV 1.0': {
    accept: 'application/vnd.sdmx.data+csv;version=1.0.0',
    query: '',
    read: readCsvText,
  },
  'SDMX-JSON, flat': { accept: JSON_TYPE, query: FLAT, read: (body) => readSdmxJson(body) },
  'SDMX-JSON, in series': { accept: JSON_TYPE, query: '', read: (body) => readSdmxJson(body) },
  'SDMX-JSON, along the areas': {
    accept: JSON_TYPE,
    query: 'dimensionAtObservation=REF_AREA',
    read: (body) => readSdmxJson(body),
  },
  ...Object.fromEntries(
    ['1.0.0', '2.1.0'].map((version) => [
      `SDMX-JSON ${version}`,
      {
        accept: `application/vnd.sdmx.data+json;version=${version}`,
        query: '',
        read: (body: string) => readSdmxJson(body),
      },
    ]),
  ),
  ...Object.fromEntries(
    [
      ['genericdata', '2.1', ''],
      ['genericdata', '2.1', FLAT],
      ['generictimeseriesdata', '2.1', ''],
      ['structurespecificdata', '2.1', ''],
      ['structurespecificdata', '2.1', 'dimensionAtObservation=REF_AREA'],
      ['structurespecifictimeseriesdata', '2.1', ''],
      ['data', '3.0.0', ''],
      ['data', '3.0.0', FLAT],
    ].map(([form = '', version = '', query = '']) => [
      `SDMX-ML ${version}, ${form} ${query}`,
      {
        accept: `application/vnd.sdmx.${form}+xml;version=${version}`,
        query,
        read: (body: string) => readSdmxMl(body),
      },
    ]),
  ),
};

const COLUMNS = [
  ...INDICATORS.dimensions.map(({ id }) => id),
  'OBS_VALUE',
  ...INDICATORS.attributes.map(({ id }) => id),
];
const text = (value: string | number | null | undefined) => String(value ?? '');
const only = (row: Read) => Object.fromEntries(COLUMNS.map((name) => [name, text(row[name])]));
const keyOf = (row: Read) => INDICATORS.dimensions.map(({ id }) => row[id]).join('.');
const sorted = (rows: readonly Read[]) =>
  rows.map(only).sort((a, b) => keyOf(a).localeCompare(keyOf(b)));

describe.each(Object.entries(FORMATS))('%s', (_name, { accept, query, read }) => {
  async function download(url = DATA, more = '', lang = 'en'): Promise<Read[]> {
    const answer = await test.http({
      url: `${url}?${[query, more].filter((part) => part !== '').join('&')}`,
      headers: { accept, 'accept-language': lang },
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, accept]);
    expect(answer.headers['content-language']).toBe(lang === 'uz' ? 'uz-Latn' : lang);
    return read(answer.body);
  }

  it('holds every cell that stands in the release, each once, with its exact figures, marks, source and licence', async () => {
    const rows = await download();
    expect(rows.length).toBeGreaterThan(600);
    expect(sorted(rows)).toEqual(sorted(standing));
  });

  it('says of a hidden cell that it is hidden, and nothing else', async () => {
    const hidden = (await download()).filter((row) => row['OBS_STATUS'] === 'Q');
    expect(hidden.map((row) => row['SEX']).sort()).toEqual(['F', 'M']);
    for (const row of hidden) {
      const told = Object.entries(only(row)).filter(([, value]) => value !== '');
      expect(told.map(([name]) => name)).toEqual(
        COLUMNS.filter(
          (name) =>
            ![
              'OBS_VALUE',
              'NUMERATOR',
              'DENOMINATOR',
              'SOURCE_DETAIL',
              'LICENCE',
              'TIME_DETAIL',
              'FACT_DATE',
              'PROVISION',
              'BASIS',
            ].includes(name),
        ),
      );
    }
  });

  it('holds every baseline and every point of a target path, and none of a law', async () => {
    const rows = await download(TARGET_DATA);
    const [counted] = await test.em().execute<{ points: number; baselines: number }[]>(
      `select sum(jsonb_array_length(points))::int as points, count(baseline_year)::int as baselines from publication.target t
         join publication.indicator i on i.code = t.indicator and i.until_release is null where t.until_release is null and i.kind <> 'MILESTONE'`,
    );
    const of = (measure: string) => rows.filter((row) => row['MEASURE_TYPE'] === measure).length;
    expect(of('BASELINE')).toBe(counted?.baselines);
    expect(of('MILESTONE') + of('TARGET')).toBe(counted?.points);
    expect(rows.find((row) => keyOfTarget(row) === 'A.KG.A4_2.TARGET.2030')).toMatchObject({
      UNIT_MEASURE: 'PT',
      TARGET_KIND: 'REFERENCE',
      OBS_STATUS: 'A',
    });
  });

  it('says how far the actions and laws are, in per cent, with the version of the method', async () => {
    const rows = await download(LEVEL_DATA);
    const of = (subject: string, area: string) =>
      rows.find((row) => row['SUBJECT'] === subject && row['REF_AREA'] === area);
    expect(of('A2', 'UZ')).toMatchObject({
      TIME_PERIOD: '2025',
      UNIT_MEASURE: 'PT',
      WORD: 'MOSTLY_DONE',
      OBS_STATUS: 'A',
      METHOD_VERSION: '2.0',
    });
    expect(text(of('A2', 'UZ')?.['OBS_VALUE'])).toBe('70');
    expect(text(of('A2_1', 'UZ')?.['PROGRESS_STATUS'])).toBe('');
    expect(text(of('A4_2', 'KG')?.['PROGRESS_STATUS'])).not.toBe('');
  });

  it.each(languages)('can be asked for in %s', async (lang) => {
    const rows = await download(
      '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2',
      '',
      lang,
    );
    expect(rows.length).toBeGreaterThan(2);
  });
});
const keyOfTarget = (row: Read) => TARGETS.dimensions.map(({ id }) => row[id]).join('.');

it('tells no value of a baseline that stands for a hidden cell', async () => {
  const hidden = await test.em().transactional(async (em) => {
    await em.execute('set local session_replication_role = replica'); // triggers off: they refuse changes to released rows
    return em.execute<unknown[]>(
      `update publication.target t set baseline_value = null, baseline_source = null from publication.indicator i
       where t.until_release is null and t.baseline_value is not null
         and i.code = t.indicator and i.until_release is null and i.kind <> 'MILESTONE' and t.area = 'TJK' returning t.area`,
    );
  });
  expect(hidden.length).toBeGreaterThan(0);
  const { body } = await test.http({
    url: TARGET_DATA.replace('*', 'A.TJ'), // another address: the answer for all areas was requested before and is cached
    headers: { accept: CSV_TYPE },
  });
  const rows = table(readCsv({ bytes: Buffer.from(body) }).rows);
  expect(rows.filter((row) => row['OBS_STATUS'] === 'Q')).toHaveLength(hidden.length);
  for (const row of rows)
    if (row['OBS_STATUS'] === 'Q')
      expect([row['OBS_VALUE'], row['SOURCE_DETAIL']]).toEqual(['', '']);
});

describe('names', () => {
  it.each([
    ['ru', 'KG: Кыргызстан'],
    ['kk', 'KG: Қырғызстан'],
    ['ky', 'KG: Кыргызстан'],
    ['tg', 'KG: Қирғизистон'],
    ['uz', 'KG: Qirg‘iziston'],
    ['en', 'KG: Kyrgyzstan'],
  ])('stand beside the codes in %s', async (lang, expected) => {
    const answer = await test.http({
      url: '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2',
      headers: { accept: `${CSV_TYPE};labels=both;keys=both`, 'accept-language': lang },
    });
    expect(answer.headers['content-type']).toBe(`${CSV_TYPE};labels=both;keys=both`);
    const [head = [], first = []] = readCsv({ bytes: answer.rawPayload }).rows;
    expect(head.slice(2, 5)).toEqual(['ACTION', 'SERIES_KEY', 'OBS_KEY']);
    expect(first.slice(3, 5)).toEqual(['A.KG.A4_2._T._T.R._T', 'A.KG.A4_2._T._T.R._T.2018']);
    expect(first).toContain(expected);
  });

  it.each([
    ['en', 'KG-B: Batken Region'],
    ['ru', 'KG-B: Баткенская область'],
  ])('stand beside the codes of regions in %s', async (lang, expected) => {
    const { body } = await test.http({
      url: '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG-B',
      headers: { accept: `${CSV_TYPE};labels=both`, 'accept-language': lang },
    });
    expect(body).toContain(`,${expected},`);
  });

  it('of regions are those that the ministries report under', async () => {
    const texts = await ManyTexts.of('sdmx');
    const regions = await test
      .em()
      .execute<{ code: string; names: Record<string, string> }[]>(
        'select code, names from work.region order by position',
      );
    expect(regions.length).toBeGreaterThan(40);
    for (const { code, names } of regions)
      expect(texts.of('codes', 'CL_AREA', code)).toMatchObject(names);
  });

  it('stand in columns of their own where that is asked for', async () => {
    const { body } = await test.http({
      url: '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2',
      headers: { accept: `${CSV_TYPE};labels=name` },
    });
    const [row] = table(readCsv({ bytes: Buffer.from(body) }).rows);
    expect(row).toMatchObject({
      STRUCTURE_NAME: 'Indicators of the actions against gender-based violence',
      REF_AREA: 'KG',
      Area: 'Kyrgyzstan',
      SEX: '_T',
      Sex: 'All',
    });
  });
});

describe('the structure', () => {
  const read = async (url: string) =>
    (await test.http({ url, headers: { accept: 'application/json' } })).json<{
      data: Record<string, { id: string; codes?: { id: string }[] }[]>;
    }>().data;
  const ids = (data: Awaited<ReturnType<typeof read>>) =>
    Object.fromEntries(
      Object.entries(data).map(([type, list]) => [type, list.map(({ id }) => id)]),
    );

  it('gives what stands below and above an artefact, as asked', async () => {
    expect(ids(await read('/sdmx/structure/dataflow/QADAM/DF_INDICATORS/1.0.0'))).toEqual({
      dataflows: ['DF_INDICATORS'],
    });
    const whole = ids(
      await read('/sdmx/structure/dataflow/QADAM/DF_INDICATORS/1.0.0?references=descendants'),
    );
    expect(whole).toMatchObject({
      dataStructures: ['DSD_INDICATORS'],
      conceptSchemes: ['CS_QADAM'],
    });
    expect(whole['codelists']).toContain('CL_INDICATOR');
    expect(whole['codelists']).not.toContain('CL_MEASURE_TYPE');
    expect(
      ids(await read('/sdmx/structure/codelist/QADAM/CL_MEASURE_TYPE/~?references=ancestors')),
    ).toEqual({
      codelists: ['CL_MEASURE_TYPE'],
      dataStructures: ['DSD_TARGETS'],
      dataflows: ['DF_TARGETS'],
      categorisations: expect.arrayContaining(['DF_TARGETS-A4']),
    });
    const siblings = ids(
      await read('/sdmx/datastructure/QADAM/DSD_TARGETS/latest?references=children'),
    );
    expect(siblings['dataflows']).toBeUndefined();
  });

  it('names every code that the data use', async () => {
    const { codelists = [] } = await read('/sdmx/structure/codelist');
    const codes = new Map(
      codelists.map(({ id, codes: all = [] }) => [id, all.map(({ id: code }) => code)]),
    );
    const { rawPayload } = await test.http({ url: DATA, headers: { accept: CSV_TYPE } });
    for (const line of table(readCsv({ bytes: rawPayload }).rows)) {
      expect(codes.get('CL_AREA')).toContain(line['REF_AREA']);
      expect(codes.get('CL_INDICATOR')).toContain(line['INDICATOR']);
      expect(codes.get('CL_UNIT_MEASURE')).toContain(line['UNIT_MEASURE']);
      expect(codes.get('CL_OBS_STATUS')).toContain(line['OBS_STATUS']);
    }
  });

  it('can be had as stubs', async () => {
    const { dataStructures = [] } = await read('/sdmx/structure/datastructure?detail=allstubs');
    expect(dataStructures).toHaveLength(3);
    for (const stub of dataStructures) expect(stub).toMatchObject({ isExternalReference: true });
    expect(JSON.stringify(dataStructures)).not.toContain('dimensionList');
  });
});

it('says what there is, by dimension', async () => {
  const { data } = (
    await test.http('/sdmx/availability/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2/*')
  ).json<{
    data: {
      dataConstraints: {
        cubeRegions: { keyValues: { id: string; values: string[] }[] }[];
        annotations: { title: string }[];
      }[];
    };
  }>();
  const [constraint] = data.dataConstraints;
  const values = Object.fromEntries(
    constraint?.cubeRegions[0]?.keyValues.map(({ id, values: codes }) => [id, codes]) ?? [],
  );
  expect(values).toMatchObject({
    FREQ: ['A'],
    REF_AREA: ['KG'],
    INDICATOR: ['A4_2'],
    TIME_PERIOD: ['2018', '2023'],
  });
  expect(values['URBANISATION']?.toSorted()).toEqual(['R', 'U', '_T']);
  expect(constraint?.annotations.map(({ title }) => title)).toEqual(['12', '24']);
});
