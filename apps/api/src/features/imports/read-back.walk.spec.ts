import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { publishThird } from '../../testing/sdmx-messages.ts';

// Whatever we export about a country contains nothing new when its reporter sends it back: even if the year is closed, the
// cell is locked or hidden, or a return does not ask for the part.
let api: TestApp;
let imports: ReturnType<typeof importRequests>;

beforeAll(async () => {
  api = await startTestApp({ seed: 'demo' });
  await publishThird(api);
  imports = importRequests(api);
}, 180_000);
afterAll(() => api.stop());

const COUNTRIES = [
  ['KGZ', 'KG'],
  ['KAZ', 'KZ'],
  ['TJK', 'TJ'],
  ['UZB', 'UZ'],
] as const;
type Country = (typeof COUNTRIES)[number];
const reporterOf = ([area]: Country) => `reporter.${area.toLowerCase()}@demo.example`;

const file =
  (path: string) =>
  ([area]: Country, lang: string) => ({
    url: `${path}${path.includes('?') ? '&' : '?'}c=${area}&lang=${lang}`,
  });
const sdmx =
  (kind: string, query = '') =>
  ([, iso2]: Country, lang: string) => ({
    url: `/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*?c[REF_AREA]=sw:${iso2}${query}`,
    headers: { accept: `application/vnd.sdmx.${kind}`, 'accept-language': lang },
  });
const FORMATS = [
  ['CSV', file('/data/all.csv')],
  ['CSV for a spreadsheet', file('/data/all.csv?for=excel')],
  ['XLSX', file('/data/all.xlsx')],
  ['JSON', file('/data/all.json')],
  ['ADX', file('/dhis2/adx.xml')],
  ['dataValueSets', file('/dhis2/dataValueSets.json')],
  ...[
    ['1.0.0', 'both'],
    ['2.0.0', 'id'],
    ['2.0.0', 'name'],
    ['2.1.0', 'both'],
  ].map(
    ([version = '', labels = '']) =>
      [
        `SDMX-CSV ${version} with labels=${labels}`,
        sdmx(`data+csv;version=${version};labels=${labels}`),
      ] as const,
  ),
  ...['1.0.0', '2.0.0'].map(
    (version) => [`SDMX-JSON ${version}`, sdmx(`data+json;version=${version}`)] as const,
  ),
  ['SDMX-JSON 2.0, flat', sdmx('data+json;version=2.0.0', '&dimensionAtObservation=AllDimensions')],
  ...[
    'genericdata+xml;version=2.1',
    'structurespecificdata+xml;version=2.1',
    'data+xml;version=3.0.0',
  ].map((kind) => [`SDMX-ML ${kind}`, sdmx(kind)] as const),
] as const;

/** The rows of a file that differ from what is saved, and how many do not. */
async function readBack(country: Country, lang: string, name: string, asked: object, cycle = '') {
  const { rawPayload, statusCode } = await api.http({ url: '', ...asked });
  expect([name, statusCode]).toEqual([name, 200]);
  const { body } = await imports.send(reporterOf(country), rawPayload, {
    ...{ country: country[0], cycle, lang },
  });
  expect([name, body.state]).toEqual([name, 'CHECKED']);
  const others = await api.em().execute<object[]>(
    `select year, cell->>'indicator' as indicator, cell->'part' as part, verdict, problems
     from work.import_row where job = ? and (verdict <> 'SAME' or severity = 'ERROR')`,
    [body.job],
  );
  return { others, same: body.summary.same };
}

/** How many rows a country has in the current release; DHIS2 files only have those with a value. */
async function standing([area]: Country, ofValues: boolean): Promise<number> {
  const [row] = await api.em().execute<{ rows: number }[]>(
    `select count(*)::int as rows from publication.value
     where until_release is null and area = ? and (value is not null or not ?::boolean)`,
    [area, ofValues],
  );
  return row?.rows ?? 0;
}

describe.each(languages)('in %s', (lang) => {
  it.each(FORMATS)('all years come back as %s', async (name, asked) => {
    // a different country for each language, so that every format is read in each language and for each country
    const at = languages.indexOf(lang) + FORMATS.findIndex(([one]) => one === name);
    const country = COUNTRIES[at % COUNTRIES.length] ?? COUNTRIES[0];
    const { same, others } = await readBack(country, lang, name, asked(country, lang));
    expect(others).toEqual([]);
    expect(same).toBe(await standing(country, /ADX|dataValueSets/.test(name)));
  });
});

// three formats are enough here: behind the parser all formats take the same path
it.each(FORMATS.filter(([name]) => /^(?:XLSX|dataValueSets|.*labels=name)$/.test(name)))(
  'the return of a year comes back as %s',
  async (name, asked) => {
    const country: Country = COUNTRIES[0];
    const { url, ...rest } = { headers: {}, ...asked(country, 'en') };
    const ofYear = url.startsWith('/sdmx') ? '&c[TIME_PERIOD]=2025' : '&t=2025..2025';
    const { same, others } = await readBack(
      ...([country, 'en', name, { ...rest, url: `${url}${ofYear}` }, '2025'] as const),
    );
    expect(others).toEqual([]);
    expect(same).toBeGreaterThan(4);
  },
);

describe('a value that is locked', () => {
  const rowsOf = async (text: string, cycle: string) => {
    const { body } = await imports.send(reporterOf(COUNTRIES[0]), text, { cycle, lang: 'en' });
    return body;
  };

  it('is the same with other words beside it, which are said not to be taken', async () => {
    const { summary, problems } = await rowsOf(
      'code,year,value,comment\nA5.2,2020,12.5,Counted again\n',
      '',
    );
    expect(summary).toMatchObject({ same: 1, rejected: 0 });
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(['WORDS_NOT_TAKEN']);
  });

  it('is locked where the file tells another figure, or how final it is', async () => {
    const { summary, problems } = await rowsOf(
      'code,year,value,status\nA5.2,2020,12.6,\nA6.6,2023,2.54,P\n',
      '',
    );
    expect(summary).toMatchObject({ same: 0, rejected: 2 });
    expect(problems.map(({ code }: { code: string }) => code)).toEqual([
      'LOCKED_PUBLISHED',
      'LOCKED_PUBLISHED',
    ]);
  });
});
