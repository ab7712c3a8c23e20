import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AdminRequests, adminRequests } from '../../testing/admin-requests.ts';
import { codes } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: AdminRequests;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = adminRequests(api);
});
afterAll(() => api.stop());

const write = (text: string, expectedVersion: number, more: object = {}) =>
  desk.change(PEOPLE.admin, 'changeHelpLine', {
    area: 'KGZ',
    lang: 'ru',
    text,
    expectedVersion,
    ...more,
  });

describe('a help line', () => {
  it('is written per country and language, changed, and taken away by leaving it blank', async () => {
    expect((await write(' Телефон 117 ', 0)).payload.helpLine).toMatchObject({
      text: 'Телефон 117',
      version: 1,
    });
    expect((await write('Телефон 118', 1)).payload.helpLine).toMatchObject({ version: 2 });
    await write('Phone 117', 0, { lang: 'en' });
    expect((await write('', 2)).payload.helpLine).toMatchObject({ text: '', version: 3 });
    const { result } = await desk.read(PEOPLE.auditor, 'helpLines');
    expect(result.map(({ area, lang, text }) => [area, lang, text])).toEqual([
      ['KGZ', 'en', 'Phone 117'],
      ['KGZ', 'ru', ''],
    ]);
  });

  it('that somebody else has changed is refused', async () => {
    expect(codes((await write('119', 1)).payload)).toEqual(['VERSION_CONFLICT']);
    const both = await Promise.all([
      write('a', 0, { area: 'UZB' }),
      write('b', 0, { area: 'UZB' }),
    ]);
    expect(both.flatMap(({ payload }) => codes(payload))).toEqual(['VERSION_CONFLICT']);
  });

  it('of a country that is none is NOT_FOUND', async () => {
    expect((await write('1', 0, { area: 'XXX' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
