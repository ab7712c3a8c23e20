import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dec, decimalText, readCsv } from '@qadam/domain';
import { languages } from '@qadam/i18n';
import JSONstat from 'jsonstat-toolkit';
import { type Answer, startTestApp, type TestApp } from '../../testing/harness.ts';
import { publishThird, readSdmxJson, readSdmxMl } from '../../testing/sdmx-messages.ts';
import { elementsOf } from '../../testing/xml-elements.ts';
import { READ_BACK, table } from './read-back.fixture.ts';
import { sdmxId } from '../../standards/sdmx-id.ts';

let test: TestApp;
let standing: Record<string, string>;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 100_000 } });
  await publishThird(test);
  const rows = await test
    .em()
    .execute<{ indicator: string; value: string }[]>(
      'select indicator, value::text from publication.value where until_release is null and value is not null',
    );
  standing = figuresOf(rows.map(({ indicator, value }) => [indicator, value]));
}, 120_000);
afterAll(() => test.stop());

type Figure = readonly [indicator: string | undefined, value: string | undefined];

/** How many figures each indicator has, and their exact sum. */
function figuresOf(figures: readonly Figure[]): Record<string, string> {
  const there = figures.filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(
    [...Map.groupBy(there, ([indicator = '']) => sdmxId(indicator))]
      .map(([indicator, own]): [string, string] => {
        const sum = own.reduce((total, [, value = '0']) => total.plus(dec(value)), dec('0'));
        return [indicator, `${String(own.length)} ${decimalText(sum)}`];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

type Lines = readonly Readonly<Record<string, string | number | null>>[];
const of = (lines: Lines, indicator: string, value: string): Figure[] =>
  lines.map((line) => [String(line[indicator] ?? ''), String(line[value] ?? '')]);
const sdmx = (lines: Lines) =>
  // with labels, a code is followed by a colon and its name
  of(lines, 'INDICATOR', 'OBS_VALUE').map(([code = '', value]): Figure => [
    code.replace(/: .*/s, ''),
    value,
  ]);
const csvLines = (body: Buffer) => table(readCsv({ bytes: body }).rows);
const labelled = (body: Buffer) =>
  csvLines(body).map((line) =>
    Object.fromEntries(
      Object.entries(line).map(([name, cell]) => [name.replace(/: .*/s, ''), cell]),
    ),
  );

const V1 = '/sdmx/data/DF_INDICATORS/all';
const V2 = '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*';
const vnd = (kind: string, version: string) => `application/vnd.sdmx.${kind};version=${version}`;
const FILES: Readonly<
  Record<
    string,
    [url: string, accept: string, read: (body: Buffer) => Figure[] | Promise<Figure[]>]
  >
> = {
  CSV: ['/data/all.csv', '', (body) => of(csvLines(body), 'indicator', 'value')],
  XLSX: [
    '/data/all.xlsx',
    '',
    async (body) => of((await READ_BACK['xlsx']?.(body)) ?? [], 'indicator', 'value'),
  ],
  JSON: [
    '/data/all.json',
    '',
    async (body) => of((await READ_BACK['json']?.(body)) ?? [], 'indicator', 'value'),
  ],
  'SDMX-CSV 1.0': [V1, vnd('data+csv', '1.0.0'), (body) => sdmx(csvLines(body))],
  'SDMX-CSV 2.0, names beside codes': [
    V2,
    `${vnd('data+csv', '2.0.0')};labels=both`,
    (body) => sdmx(labelled(body)),
  ],
  'SDMX-JSON 1.0': [V1, vnd('data+json', '1.0.0'), (body) => sdmx(readSdmxJson(body.toString()))],
  'SDMX-JSON 2.0': [V2, vnd('data+json', '2.0.0'), (body) => sdmx(readSdmxJson(body.toString()))],
  'SDMX-ML 2.1 generic': [
    V1,
    vnd('genericdata+xml', '2.1'),
    (body) => sdmx(readSdmxMl(body.toString())),
  ],
  'SDMX-ML 2.1 structure-specific': [
    V1,
    vnd('structurespecificdata+xml', '2.1'),
    (body) => sdmx(readSdmxMl(body.toString())),
  ],
  'SDMX-ML 3.0': [V2, vnd('data+xml', '3.0.0'), (body) => sdmx(readSdmxMl(body.toString()))],
  ADX: [
    '/dhis2/adx.xml',
    '',
    (body) =>
      elementsOf(body.toString())
        .filter(({ name }) => name === 'dataValue')
        .map(({ attributes }) => [attributes['dataElement'], attributes['value']]),
  ],
  dataValueSets: [
    '/dhis2/dataValueSets.json',
    '',
    (body) => {
      const { dataValues } = JSON.parse(body.toString()) as {
        dataValues: { dataElement: string; value: string }[];
      };
      return dataValues.map(({ dataElement, value }) => [dataElement, value]);
    },
  ],
};

it.each(
  Object.entries(FILES).flatMap(([name, file]) =>
    languages.map((lang) => [name, lang, file] as const),
  ),
)(
  '%s in %s has as many figures of each indicator as stand in the release, and the same sums',
  async (_name, lang, [path, accept, read]) => {
    const url = path.startsWith('/sdmx') ? path : `${path}?lang=${lang}`;
    const answer = await test.http({ url, headers: { accept, 'accept-language': lang } });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    expect(figuresOf(await read(answer.rawPayload))).toEqual(standing);
  },
);

it('JSON-stat has them too, indicator by indicator', async () => {
  const read: Figure[] = [];
  for (const code of Object.keys(standing)) {
    const { body } = await test.http(`${V2.replace('*', `A.*.${code}`)}?format=jsonstat`);
    const digits = (_key: string, value: unknown, { source }: { source?: string }) =>
      typeof value === 'number' ? source : value;
    const parse = JSON.parse as (text: string, revive: typeof digits) => { value: object };
    const figures = Object.values(parse(body, digits).value) as string[];
    for (const value of figures) read.push([code, value]);
    // the JSON-stat toolkit finds the same number of figures
    const { value } = JSONstat(JSON.parse(body) as object);
    expect(value.filter((one) => one !== null)).toHaveLength(figures.length);
  }
  expect(figuresOf(read)).toEqual(standing);
});

/**
 * The figures in an IATI file. An indicator is repeated in each of its actions, so only the first is read. A yes or no has no value there: its words
 * are read.
 */
function readIati(text: string): Figure[] {
  const read: [string, string][] = [];
  const told = new Map<string, number>();
  let [activity, code] = [0, ''];
  for (const { name, attributes, within, text: words } of elementsOf(text)) {
    if (name === 'iati-activity') activity += 1;
    if (name === 'reference' && attributes['vocabulary'] === '99') {
      code = attributes['code'] ?? '';
      if (!told.has(code)) told.set(code, activity);
    }
    if (told.get(code) !== activity) continue;
    if (name === 'actual') read.push([code, attributes['value'] ?? '']);
    const [last] = read.slice(-1);
    if (name === 'narrative' && within.at(-2) === 'actual' && last?.[1] === '')
      last[1] = /^No\b/.test(words) ? '0' : '1';
  }
  return read;
}

it('IATI has those of each action too, whole and by country', async () => {
  const files = await Promise.all(
    ['activities.xml', ...['KAZ', 'KGZ', 'TJK', 'UZB'].map((area) => `activities/${area}.xml`)].map(
      (file) => test.http(`/iati/${file}`),
    ),
  );
  const [whole = [], ...countries] = files.map(({ body }) => readIati(body));
  const rows = await test.em().execute<{ indicator: string; area: string; value: string }[]>(
    `select indicator, area, value::text from publication.value where until_release is null and value is not null
          and indicator in (select indicator from publication.action_indicator where until_release is null)`,
  );
  const figures = (some: typeof rows) =>
    figuresOf(some.map(({ indicator, value }) => [indicator, value]));
  expect(figuresOf(whole)).toEqual(figures(rows));
  // figures of the four countries together are in no country's file
  const own = rows.filter(({ area }) => area !== 'CA4');
  expect(figuresOf(countries.flat())).toEqual(figures(own));
  expect(Object.keys(figuresOf(whole)).length).toBeGreaterThan(15);
});

it('/graphql tells all of them as values of the release', async () => {
  const read: Figure[] = [];
  interface Page {
    values: { values: { indicator: string; value: string | null }[]; next: string | null };
  }
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const { data }: Answer<Page> = await test.publicQuery(
      `query ($after: ID) { values(lang: en, first: 200, after: $after) { values { indicator value } next } }`,
      { after },
    );
    for (const { indicator, value } of data?.values.values ?? [])
      read.push([indicator, value ?? '']);
    after = data?.values.next ?? null;
  }
  expect(figuresOf(read)).toEqual(standing);
});

it('/graphql tells the same of each number', async () => {
  const read: Figure[] = [];
  for (const code of Object.keys(standing)) {
    const { data } = await test.publicQuery<{
      indicator: { series: { values: Value[]; breakdowns: Value[] }[] };
    }>(
      `query ($code: ID!) { indicator(code: $code, lang: en) { series { values { value } breakdowns { value } } } }`,
      { code: code.replace('_', '.') },
    );
    for (const { values, breakdowns } of data?.indicator.series ?? [])
      for (const { value } of [...values, ...breakdowns]) read.push([code, value ?? '']);
  }
  const told = figuresOf(read);
  // laws are not in this answer: they have elements instead of a series
  expect(Object.keys(told).length).toBeGreaterThan(15);
  for (const [code, figures] of Object.entries(told))
    expect([code, figures]).toEqual([code, standing[code]]);
});

interface Value {
  value: string | null;
}
