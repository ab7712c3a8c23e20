import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

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
    const today = new Date().toISOString().slice(0, 10);
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
