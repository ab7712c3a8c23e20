import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { READ_BACK } from './read-back.fixture.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

const QUERY = `query ($lang: Language!, $release: ID) { openData(lang: $lang, release: $release) {
  release { number } rows hidden firstYear lastYear
  files { id path mediaType bytes } standards { id path mediaType } indicators { code rows hidden name { lang text } } licences { licence rows sources } } }`;
const read = async (variables: object) =>
  (await test.publicQuery(QUERY, { lang: 'en', ...variables })).data.openData;

describe('what can be taken away', () => {
  it('is there as it was said, to the byte', async () => {
    const { files } = await read({});
    expect(files.length).toBeGreaterThan(3);
    for (const { path, mediaType, bytes } of files) {
      const file = await test.http(path);
      expect(file.statusCode).toBe(200);
      expect(file.headers['content-type']).toBe(mediaType);
      expect(file.rawPayload.length).toBe(bytes);
    }
  });

  it.each([undefined, '2026.1'])(
    'is there by the standards that other systems read, of release %s',
    async (release) => {
      const { release: of, standards } = await read({ lang: 'ru', release });
      expect(standards.map(({ id }: { id: string }) => id)).toEqual([
        ...['sdmx-csv', 'sdmx-json', 'sdmx-ml', 'sdmx-targets', 'sdmx-levels', 'sdmx-structure'],
        ...['iati', 'dhis2-adx', 'dhis2-json'],
      ]);
      for (const { id, path, mediaType } of standards) {
        const { statusCode, headers, body } = await test.http(path);
        expect([id, statusCode, headers['content-type']?.toString().split('; ')[0]]).toEqual([
          id,
          200,
          mediaType.split('; ')[0],
        ]);
        if (['sdmx-json', 'iati', 'dhis2-adx'].includes(id)) expect(body).toContain(of.number);
      }
    },
  );

  it('counts what the file holds: rows, years, indicators, licences', async () => {
    const { rows, firstYear, lastYear, indicators, licences } = await read({});
    const file = await test.http('/data/all.csv');
    const lines = (await READ_BACK['csv']?.(file.rawPayload)) ?? [];
    const years = lines.map(({ year }) => Number(year));
    expect([rows, firstYear, lastYear]).toEqual([
      lines.length,
      Math.min(...years),
      Math.max(...years),
    ]);
    const counted = (name: string) =>
      Object.fromEntries(
        [...Map.groupBy(lines, (line) => line[name])].map(([key, group]) => [key, group.length]),
      );
    const pairs = (list: Record<string, unknown>[], name: string) =>
      Object.fromEntries(list.map((one) => [one[name], one['rows']]));
    expect(pairs(indicators, 'code')).toEqual(counted('indicator'));
    expect(pairs(licences, 'licence')).toEqual(counted('licence'));
  });

  it('is read in few statements, and measured once', async () => {
    const first = await test.statements(() => read({ release: '2026.1', lang: 'uz' }));
    expect(first).toBeLessThanOrEqual(10);
    const again = await test.statements(() => read({ release: '2026.1', lang: 'uz' }));
    expect(again).toBeLessThanOrEqual(4);
  });

  it('is nothing where there is no such release', async () => {
    expect(await read({ release: '2031.1' })).toBeNull();
  });
});
