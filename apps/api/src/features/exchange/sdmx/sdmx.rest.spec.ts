import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { ExchangeService } from '../exchange.service.ts';
import { table } from '../read-back.fixture.ts';
import { publishThird, readSdmxJson } from '../../../testing/sdmx-messages.ts';
import { statementsOf } from '../../../testing/statements-of.ts';

const CSV_TYPE = 'application/vnd.sdmx.data+csv;version=2.0.0';
const CSV = { accept: CSV_TYPE };
const V2 = '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0';
const V1 = '/sdmx/data/QADAM,DF_INDICATORS,1.0.0';

let test: TestApp;
let secondAt: string;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  // the releases need different times, and SDMX times have whole seconds
  await new Promise((done) => setTimeout(done, 1100));
  await publishThird(test);
  const releases = await test
    .em()
    .execute<{ at: string }[]>(
      `select to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from publication.release order by sequence`,
    );
  secondAt = releases[1]?.at ?? '';
}, 120_000);
afterAll(() => test.stop());

async function rows(url: string, headers: Record<string, string> = CSV) {
  const answer = await test.http({ url, headers });
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return table(readCsv({ bytes: answer.rawPayload }).rows);
}
const keys = (lines: readonly Readonly<Record<string, string>>[]) =>
  lines
    .map((line) =>
      [line['REF_AREA'], line['INDICATOR'], line['URBANISATION'], line['TIME_PERIOD']].join(' '),
    )
    .sort();

describe('a question for data', () => {
  it('is answered alike by the paths of both versions of the API, by keys, wildcards and years', async () => {
    const newer = await rows(`${V2}/A.KG.A4_2.*.*.*._T?c[TIME_PERIOD]=ge:2015+le:2020`);
    const older = await rows(`${V1}/A.KG.A4_2...._T/all?startPeriod=2015&endPeriod=2020`);
    expect(keys(newer)).toEqual(['KG A4_2 R 2018', 'KG A4_2 U 2018', 'KG A4_2 _T 2018'].toSorted());
    expect(older).toEqual(newer);
    expect(await rows(`${V2}/A.KG.A4_2.*.*.*._T?c%5BTIME_PERIOD%5D=ge%3A2015%2Ble%3A2020`)).toEqual(
      newer,
    );
  });

  it('may name several keys, several codes of a place, or exclude some', async () => {
    const two = await rows(`${V2}/A.KG.A4_2.*.*._T,A.UZ.A1_1?c[TIME_PERIOD]=ge:2018`);
    expect(
      [
        ...new Set(two.map((line) => `${line['REF_AREA'] ?? ''} ${line['INDICATOR'] ?? ''}`)),
      ].sort(),
    ).toEqual(['KG A4_2', 'UZ A1_1']);
    const areas = async (url: string) =>
      [...new Set((await rows(url)).map((line) => line['REF_AREA']))].sort();
    expect(await areas(`${V1}/A.KZ+KG.A1_1`)).toEqual(['KG', 'KZ']);
    expect(await areas(`${V2}/A.*.A1_1?c[REF_AREA]=KZ,KG`)).toEqual(['KG', 'KZ']);
    expect(await areas(`${V2}/A.*.A1_1?c[REF_AREA]=ne:KZ+ne:KG`)).toEqual(['TJ', 'UZ']);
    expect(await areas(`${V2}/A.KG-B,A.KG-C`)).toEqual(['KG-B', 'KG-C']);
  });

  it('can ask for hidden cells, and for those that are free', async () => {
    const hidden = await rows(`${V2}/*?c[CONF_STATUS]=C`);
    expect(hidden.map((line) => line['SEX']).sort()).toEqual(['F', 'M']);
    const free = await rows(`${V2}/A.KZ.A5_10?c[CONF_STATUS]=F`);
    expect(free.every((line) => line['OBS_STATUS'] !== 'Q')).toBe(true);
  });

  it('takes the last or the first observations of every series', async () => {
    const all = Map.groupBy(await rows(`${V2}/A.*.A1_6`), (line) => line['REF_AREA']);
    const last = await rows(`${V2}/A.*.A1_6?lastNObservations=2`);
    const first = await rows(`${V1}/A..A1_6?firstNObservations=1`);
    for (const [area, lines] of all) {
      const years = lines.map((line) => line['TIME_PERIOD']).sort();
      const of = (some: typeof lines) =>
        some
          .filter((line) => line['REF_AREA'] === area)
          .map((line) => line['TIME_PERIOD'])
          .sort();
      expect([of(last), of(first)]).toEqual([years.slice(-2), years.slice(0, 1)]);
    }
  });

  it('takes a page of the answer', async () => {
    const all = await rows(`${V2}/A.*.A1_6`);
    const pages = [
      ...(await rows(`${V2}/A.*.A1_6?limit=30`)),
      ...(await rows(`${V2}/A.*.A1_6?offset=30&limit=1000`)),
    ];
    expect(pages).toEqual(all);
  });

  it('tells what came or changed since a time, what was taken back, and always what is hidden', async () => {
    const since = await rows(`${V2}/*?updatedAfter=${encodeURIComponent(secondAt)}`);
    expect(keys(since)).toEqual(
      [
        'KG A5_2 _T 2020',
        'KZ A5_10 _T 2022',
        'KZ A5_10 _T 2022',
        'KZ A5_10 _T 2022',
        'TJ A5_8 _T 2020',
      ].toSorted(),
    );
    const ever = await rows(`${V2}/*?updatedAfter=2000-01-01T00:00:00Z`);
    expect(ever.length).toBe((await rows(`${V2}/*`)).length);
  });

  it('reads the data as they stood at a time', async () => {
    expect((await test.http(`${V2}/A.KZ.A5_10?asOf=${secondAt}`)).statusCode).toBe(204);
    const before = await rows(`${V2}/A.KZ.A1_1?asOf=${secondAt}`);
    expect(new Set(before.map((line) => line['RELEASE']))).toEqual(new Set(['2026.2']));
  });

  it('leaves out attributes and values, down to the list of series', async () => {
    const [bare] = await rows(`${V2}/A.KG.A4_2?attributes=OBS_STATUS`);
    expect(Object.keys(bare ?? {})).toEqual(
      expect.not.arrayContaining(['UNIT_MEASURE', 'LICENCE']),
    );
    expect(bare).toMatchObject({ OBS_STATUS: 'A' });
    const series = await rows(`${V2}/A.KG.A4_2.*.*.*._T?attributes=none&measures=none`);
    expect(series.map((line) => line['URBANISATION'])).toEqual(['R', 'U', '_T']);
    expect(await rows(`${V1}/A.KG.A4_2...._T?detail=serieskeysonly`)).toEqual(series);
    const flat = await test.http(`${V2}/A.KG.A4_2?attributes=none`);
    expect(Object.keys(readSdmxJson(flat.body)[0] ?? {})).not.toContain('OBS_STATUS');
  });

  it('finds the data by their structure too', async () => {
    const byStructure = '/sdmx/data/datastructure/QADAM/DSD_INDICATORS/1.0.0/A.KG.A4_2';
    expect(await rows(byStructure)).toEqual(await rows(`${V2}/A.KG.A4_2`));
  });
});

describe('an answer', () => {
  it.each([
    ['application/vnd.sdmx.data+json', 'application/vnd.sdmx.data+json;version=2.0.0'],
    [
      'application/vnd.sdmx.data+json;version=2.1.0',
      'application/vnd.sdmx.data+json;version=2.1.0',
    ],
    ['application/vnd.sdmx.data+json;version=1.0', 'application/vnd.sdmx.data+json;version=1.0.0'],
    ['application/vnd.sdmx.data+xml;version=3.0.0', 'application/vnd.sdmx.data+xml;version=3.0.0'],
    ['application/xml', 'application/xml'],
    ['*/*', 'application/vnd.sdmx.data+json;version=2.0.0'],
    ['application/json', 'application/json'],
    ['text/csv', 'text/csv'],
    [`application/xml;q=0.9, ${CSV_TYPE};labels=both`, `${CSV_TYPE};labels=both`],
    [`${CSV_TYPE};q=0.5, application/json;q=0.6`, 'application/json'],
  ])('to a client that accepts %s is %s', async (accept, given) => {
    const { headers } = await test.http({ url: `${V2}/A.KG.A4_2`, headers: { accept } });
    expect(headers['content-type']).toBe(given);
    expect(headers.vary).toBe('Accept, Accept-Language');
  });

  it.each([
    ['*/*', 'application/vnd.sdmx.genericdata+xml;version=2.1'],
    ['application/xml', 'application/xml'],
    ['application/json', 'application/json'],
    ['application/vnd.sdmx.data+json', 'application/vnd.sdmx.data+json;version=1.0.0'],
    ['application/vnd.sdmx.data+csv', 'application/vnd.sdmx.data+csv;version=1.0.0'],
    [
      'application/vnd.sdmx.structurespecificdata+xml',
      'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
    ],
  ])('by the paths of version 1 to a client that accepts %s is %s', async (accept, given) => {
    const { headers } = await test.http({ url: `${V1}/A.KG.A4_2`, headers: { accept } });
    expect(headers['content-type']).toBe(given);
  });

  it.each([
    ['jsondata', 'application/vnd.sdmx.data+json;version=2.0.0', V2],
    ['jsondata', 'application/vnd.sdmx.data+json;version=1.0.0', V1],
    ['csvfilewithlabels', 'application/vnd.sdmx.data+csv;version=1.0.0;labels=both', V1],
    ['SDMX-CSV', 'application/vnd.sdmx.data+csv;version=1.0.0', V1],
    ['sdmx-3.0', 'application/vnd.sdmx.data+xml;version=3.0.0', V1],
    ['genericdata', 'application/vnd.sdmx.genericdata+xml;version=2.1', V2],
  ])('by format=%s is %s', async (format, given, path) => {
    // the parameter `format` goes before the Accept header that the client's library sends
    const url = `${path}/A.KG.A4_2?format=${format}`;
    const { headers } = await test.http({ url, headers: { accept: 'application/xml' } });
    expect(headers['content-type']).toBe(given);
  });

  it.each([
    [406, `${V2}/*?format=pdf`, {}],
    [406, '/sdmx/structure/codelist?format=csv', {}],
    [204, `${V2}/A.TJ.A5_10`, {}],
    [404, `${V1}/A.TJ.A5_10`, {}],
    [204, `/sdmx/availability/dataflow/QADAM/DF_INDICATORS/1.0.0/A.TJ.A5_10`, {}],
    [404, '/sdmx/data/dataflow/QADAM/DF_OTHER/1.0.0/*', {}],
    [404, '/sdmx/data/dataflow/ECB/DF_INDICATORS/1.0.0/*', {}],
    [404, '/sdmx/data/dataflow/QADAM/DF_INDICATORS/2.0.0/*', {}],
    [404, '/sdmx/structure/codelist/QADAM/CL_OTHER', {}],
    [404, '/sdmx/structure/hierarchy', {}],
    [404, '/sdmx/metadata/metadataflow/QADAM/MDF', {}],
    [404, '/sdmx/nothing', {}],
    [400, `${V2}/*?startPeriod=2020`, {}],
    [400, `${V2}/*?updatedAfter=yesterday`, {}],
    [400, `${V2}/*?lastNObservations=0`, {}],
    [400, `${V2}/*?c[TIME_PERIOD]=near:2020`, {}],
    ...['le:abc', 'ge:20200', 'abc', 'gt:2020-13', 'lt:2020-Q5', '2020,ne:2020-06-40'].map(
      (period) => [400, `${V2}/*?c[TIME_PERIOD]=${period}`, {}] as const,
    ),
    ...[
      'startPeriod=abc',
      'endPeriod=abc',
      'endPeriod=20200',
      'startPeriod=',
      'endPeriod=2020-6',
    ].map((period) => [400, `${V1}/A.KG.A4_2?${period}`, {}] as const),
    [400, `${V1}/A.KG.A4_2?startPeriod=2015,2020`, {}],
    [400, '/sdmx/availableconstraint/DF_INDICATORS/all?endPeriod=abc', {}],
    [422, `${V1}/A.KG.A4_2?startPeriod=2020&endPeriod=2015`, {}],
    [400, '/sdmx/structure/thing', {}],
    [400, '/sdmx/structure/codelist?detail=some', {}],
    [406, `${V2}/*`, { accept: 'application/vnd.sdmx.data+json;version=3.0.0' }],
    [406, '/sdmx/structure/codelist', { accept: 'application/pdf' }],
    [404, '/sdmx/schema/dataflow/QADAM/DF_NONE', {}],
    [406, `${V2}/*`, { accept: `${CSV_TYPE};labels=all` }],
    [422, `${V2}/A.XX`, {}],
    [422, `${V2}/A.KZ.A5_10._T._T._T._T._T`, {}],
    [422, `${V2}/*?c[NATURE]=C`, {}],
    [422, `${V2}/*?c[OBS_VALUE]=ge:3`, {}],
    [422, `${V2}/*?dimensionAtObservation=COLOUR`, {}],
    [422, `${V2}/*?attributes=COLOUR`, {}],
    [501, `${V2}/*?includeHistory=true`, {}],
    [501, '/sdmx/data', {}],
    [501, '/sdmx/registration/id/1', {}],
  ])('is %i for %s', async (status, url, headers) => {
    const answer = await test.http({ url, headers });
    expect([url, answer.statusCode]).toEqual([url, status]);
    if (status === 204) expect(answer.body).toBe('');
    else if (answer.headers['content-type'] === 'application/xml')
      expect(answer.body).toMatch(
        /^<\?xml [^>]+>\n<message:Error [^>]+><message:ErrorMessage code="\d+"><common:Text xml:lang="en">[^<]+<\/common:Text><\/message:ErrorMessage><\/message:Error>\n$/,
      );
    else
      expect(answer.json()).toMatchObject({
        errors: [
          { code: expect.any(Number), title: expect.any(String), detail: expect.any(String) },
        ],
      });
  });

  it('tells what is wrong in the words that the client reads', async () => {
    const typeOf = async (url: string, accept: string) =>
      (await test.http({ url, headers: { accept } })).headers['content-type'];
    expect(await typeOf(`${V1}/A.XX`, '*/*')).toBe('application/xml');
    expect(await typeOf(`${V1}/A.XX`, 'application/json')).toBe('application/json');
    expect(await typeOf(`${V2}/A.XX`, '*/*')).toBe('application/json');
    expect(await typeOf(`${V2}/A.XX`, 'application/xml')).toBe('application/xml');
    expect(await typeOf('/sdmx/codelist/QADAM/CL_NONE', '*/*')).toBe('application/xml');
  });

  it('has a tag of its shape and language, and is not sent again to who has it', async () => {
    const url = `${V2}/A.KG.A4_2`;
    const tag = async (headers: Record<string, string>) =>
      (await test.http({ url, headers })).headers.etag ?? '';
    const tags = [await tag({}), await tag(CSV), await tag({ 'accept-language': 'ru' })];
    expect(new Set(tags).size).toBe(3);
    const again = await test.http({ url, headers: { 'if-none-match': tags[0] } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const head = await test.http({ method: 'HEAD', url });
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', tags[0]]);
  });

  it('takes at most ten statements', async () => {
    for (const url of [
      `${V2}/*`,
      `${V2}/*?updatedAfter=2000-01-01`,
      '/sdmx/structure/*',
      '/sdmx/availability/dataflow/QADAM/DF_INDICATORS',
    ])
      expect(await test.statements(() => test.http({ url }))).toBeLessThanOrEqual(10);
  });
});

it('tells who harvests changes that a cell is there no more', async () => {
  await test
    .em()
    .execute(
      `update publication.value set until_release = 3 where indicator = 'A1.6' and area = 'KAZ' and year = 2015 and from_release < 3`,
    );
  const query = `updatedAfter=${secondAt}`;
  const deleted = (await rows(`${V2}/A.KZ.A1_6?${query}`)).filter((line) => line['ACTION'] === 'D');
  expect(keys(deleted)).toEqual(['KZ A1_6 _T 2015']);
  const { body } = await test.http(`${V2}/A.KZ.A1_6?${query}`);
  expect(readSdmxJson(body, 'Delete')).toEqual([
    expect.objectContaining({
      REF_AREA: 'KZ',
      INDICATOR: 'A1_6',
      TIME_PERIOD: '2015',
      OBS_VALUE: null,
    }),
  ]);
});

it('refuses to put in order what would not fit in memory, and gives it in the order in which it is read', async () => {
  // a release of so many rows would take too long to write, so only its size is faked
  const exchange = test.app.get(ExchangeService, { strict: false });
  const open = exchange.open.bind(exchange);
  let rowsThere = 50_000;
  const large = jest.spyOn(exchange, 'open').mockImplementation(async (...asked) => {
    const opened = await open(...asked);
    return { ...opened, contents: { ...opened.contents, rows: rowsThere } };
  });
  const ask = (layout: string) => test.http(`${V2}/A.KG.A4_2?dimensionAtObservation=${layout}`);
  expect((await ask('REF_AREA')).statusCode).toBe(200);
  rowsThere += 1;
  const refused = await ask('REF_AREA');
  expect([refused.statusCode, refused.headers['cache-control']]).toEqual([413, 'no-store']);
  expect(refused.json()).toMatchObject({
    errors: [
      { code: 130, title: 'Response too large', detail: expect.stringContaining('AllDimensions') },
    ],
  });
  for (const layout of ['AllDimensions', 'TIME_PERIOD'])
    expect((await ask(layout)).statusCode).toBe(200);
  large.mockRestore();
});

describe('a question for levels', () => {
  it('reads no values, however many there are', async () => {
    const sent = await statementsOf(() => rows('/sdmx/data/dataflow/QADAM/DF_LEVELS/1.0.0/*'));
    expect(sent.join()).toContain('"publication"."tally"');
    expect(sent.join()).not.toContain('"publication"."value"');
  });
});
