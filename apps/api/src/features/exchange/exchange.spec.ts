import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { asReleaseTime } from '../publication/release-day.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

describe('an address below /data', () => {
  it('names the file by what is in it', async () => {
    const { headers } = await test.http('/data/indicators/A4.2.csv?release=2026.1&lang=ru');
    expect(headers['content-disposition']).toBe('attachment; filename="qadam-A4.2-2026.1-ru.csv"');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  });

  it('takes a day for the release that stood at its end', async () => {
    const today = asReleaseTime(new Date()).slice(0, 10);
    const body = async (query: string) =>
      (await test.http(`/data/indicators/A4.2.csv${query}`)).body;
    expect(await body(`?asOf=${today}`)).toBe(await body(''));
    expect((await test.http('/data/all.csv?asOf=2000-01-01')).statusCode).toBe(404);
  });

  it.each([
    ['countries=KAZ', 'no parameter countries'],
    ['c=kaz', 'list of areas'],
    ['c=XXX', 'no area XXX'],
    ['i=Z9.9', 'no indicator Z9.9'],
    ['t=2019', 'range of years'],
    ['t=2026..2015', 'range of years'],
    ['release=1', 'number of a release'],
    ['asOf=2026-13-01', 'a day'],
    ['release=2026.1&asOf=2026-01-01', 'not for both'],
    ['lang=de', 'one of en, ru'],
    ['for=word', 'excel'],
    ['c=KAZ&c=UZB', 'list of areas'],
  ])('refuses ?%s with a code, and says what it takes', async (query, told) => {
    const answer = await test.http(`/data/all.csv?${query}`);
    expect(answer.statusCode).toBe(400);
    const [error] = answer.json<{ errors: { message: string; extensions: object }[] }>().errors;
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(error?.message).toContain(told);
  });

  it.each([
    '/data/all.csv?release=2031.7',
    '/data/all.pdf',
    '/data/indicators/csv',
    '/data/indicators/Z9.1.csv',
    '/data/countries/XXX.csv',
    '/data/actions/A99.xlsx',
  ])('has nothing at %s', async (url) => {
    const answer = await test.http(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('tells a cache how long: a named release a day, the newest until the next', async () => {
    const { headers } = await test.http('/data/all.csv');
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=60, must-revalidate');
    const named = await test.http('/data/all.csv?release=2026.1');
    expect(named.headers['cache-control']).toBe('public, max-age=86400, immutable');
    expect(named.headers.etag).not.toBe(headers.etag);
  });

  it('answers who has the file already with 304, without reading a value', async () => {
    const { headers } = await test.http('/data/all.csv');
    const again = () =>
      test.http({
        url: '/data/all.csv',
        headers: { 'if-none-match': `"x", W/${headers.etag ?? ''}` },
      });
    expect(await again()).toMatchObject({ statusCode: 304, body: '' });
    expect(await test.statements(again)).toBeLessThanOrEqual(2);
    const inRussian = await test.http({
      url: '/data/all.csv?lang=ru',
      headers: { 'if-none-match': headers.etag },
    });
    expect(inRussian.statusCode).toBe(200);
  });

  it('answers HEAD with the headers alone', async () => {
    const get = await test.http('/data/all.csv');
    const head = await test.http({ method: 'HEAD', url: '/data/all.csv' });
    expect(head).toMatchObject({ statusCode: 200, body: '' });
    for (const name of ['etag', 'content-type', 'content-disposition', 'cache-control'])
      expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
  });

  it('may be read by pages of any site, asked first or not', async () => {
    const { headers } = await test.http({
      url: '/data/all.csv',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(headers['access-control-allow-origin']).toBe('*');
    const preflight = await test.http({ method: 'OPTIONS', url: '/data/all.csv' });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD');
  });
});

const NEWEST = 'public, max-age=0, s-maxage=60, must-revalidate';
const SETTLED = 'public, max-age=86400, immutable';
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

describe.each([
  [
    '/data/all.csv',
    'text/csv; charset=utf-8; header=present',
    'attachment; filename="qadam-all-2026.2-en.csv"',
  ],
  [
    '/data/all.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'attachment; filename="qadam-all-2026.2-en.xlsx"',
  ],
  [
    '/data/all.json',
    'application/json; charset=utf-8',
    'attachment; filename="qadam-all-2026.2-en.json"',
  ],
  [
    '/data/indicators/A4.2.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'attachment; filename="qadam-A4.2-2026.2-en.xlsx"',
  ],
  [
    '/data/countries/KGZ.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'attachment; filename="qadam-KGZ-2026.2-en.xlsx"',
  ],
  [
    '/data/actions/A6.csv',
    'text/csv; charset=utf-8; header=present',
    'attachment; filename="qadam-A6-2026.2-en.csv"',
  ],
  ['/data/indicators/A4.2/metadata.json', 'application/json; charset=utf-8', undefined],
  ['/data/datapackage.json', 'application/json; charset=utf-8', undefined],
  ['/data/table-schema.json', 'application/json; charset=utf-8', undefined],
  ['/data/catalog.jsonld', 'application/ld+json; charset=utf-8', undefined],
  [
    '/iati/activities.xml',
    'application/xml; charset=utf-8',
    'inline; filename="qadam-iati-all-2026.2.xml"',
  ],
  [
    '/iati/activities/KGZ.xml',
    'application/xml; charset=utf-8',
    'inline; filename="qadam-iati-KGZ-2026.2.xml"',
  ],
  [
    '/dhis2/adx.xml',
    'application/adx+xml; charset=utf-8',
    'attachment; filename="qadam-dhis2-adx-2026.2-en.xml"',
  ],
  [
    '/dhis2/dataValueSets.json',
    'application/json; charset=utf-8',
    'attachment; filename="qadam-dhis2-data-value-sets-2026.2-en.json"',
  ],
  [
    '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*',
    'application/vnd.sdmx.data+json;version=2.0.0',
    'inline; filename="qadam-DF_INDICATORS-2026.2-en.json"',
  ],
  [
    '/sdmx/data/dataflow/QADAM/DF_TARGETS/1.0.0/*?format=csv',
    'application/vnd.sdmx.data+csv;version=2.0.0',
    'inline; filename="qadam-DF_TARGETS-2026.2-en.csv"',
  ],
  [
    '/sdmx/structure/dataflow/QADAM/*/1.0.0',
    'application/vnd.sdmx.structure+json;version=2.0.0',
    undefined,
  ],
  [
    '/sdmx/availability/dataflow/QADAM/DF_INDICATORS',
    'application/vnd.sdmx.structure+json;version=2.0.0',
    undefined,
  ],
])('%s', (url, type, disposition) => {
  const isSdmx = url.startsWith('/sdmx/');
  const vary = isSdmx ? 'Accept, Accept-Language' : undefined;

  const asked = (more: string) => `${url}${url.includes('?') ? '&' : '?'}${more}`;

  it('says what it is, by which name it is kept, for how long, and for whom', async () => {
    const { statusCode, headers } = await test.http({ method: 'HEAD', url });
    expect([statusCode, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      type,
      disposition,
    ]);
    expect([
      headers['cache-control'],
      headers.vary,
      headers['access-control-allow-origin'],
      headers['set-cookie'],
    ]).toEqual([NEWEST, vary, '*', undefined]);
    const again = await test.http({ url, headers: { 'if-none-match': headers.etag } });
    expect([
      again.statusCode,
      again.body,
      again.headers['cache-control'],
      again.headers.vary,
      again.headers.etag,
    ]).toEqual([304, '', NEWEST, vary, headers.etag]);
  });

  // SDMX structures always describe the newest release: the standard has no point in time for them.
  (isSdmx && !url.includes('/data/') ? it.skip : it)(
    'may be kept for a day where it names what never changes, and never where nothing stood',
    async () => {
      const named = asked(isSdmx ? `asOf=${new Date().toISOString()}` : 'release=2026.2');
      const { headers } = await test.http({ method: 'HEAD', url: named });
      expect(headers['cache-control']).toBe(isSdmx ? NEWEST : SETTLED);
      const before = await test.http(asked(`asOf=${yesterday}`));
      expect([before.statusCode, before.headers['cache-control']]).toEqual([404, 'no-store']);
    },
  );
});

it.each(['/dhis2/adx.xml', '/iati/activities/KGZ.xml', '/sdmx/data/QADAM,DF_TARGETS'])(
  '%s says the same of itself to HEAD and to GET',
  async (url) => {
    const head = await test.http({ method: 'HEAD', url });
    const get = await test.http(url);
    expect([head.body, get.body.length > 1000]).toEqual(['', true]);
    for (const name of ['etag', 'content-type', 'content-disposition', 'cache-control', 'vary'])
      expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
  },
);
