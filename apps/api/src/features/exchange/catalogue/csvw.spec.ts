import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { READ_BACK, type Line } from '../read-back.fixture.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

const ORIGIN = 'http://localhost:3000';
const below = (url: string) => {
  expect(url.startsWith(`${ORIGIN}/`)).toBe(true);
  return url.slice(ORIGIN.length);
};
async function read<T>(url: string): Promise<T> {
  const answer = await test.http(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.json<T>();
}
async function csv(url: string): Promise<Line[]> {
  const answer = await test.http(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return (await READ_BACK['csv']?.(answer.rawPayload)) ?? [];
}

describe.each(['all', 'levels'])('CSV on the Web beside %s.csv', (file) => {
  interface Csvw {
    url: string;
    tableSchema: {
      primaryKey: string[];
      columns: { name: string; datatype: string; required?: boolean }[];
    };
  }
  const TYPES: Readonly<Record<string, RegExp>> = {
    string: /^/,
    decimal: /^-?\d+(\.\d+)?$/,
    integer: /^-?\d+$/,
    date: /^\d{4}-\d\d-\d\d$/,
    dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
  };

  it.each(languages)('is found from the file in %s, and describes it truly', async (lang) => {
    const { headers } = await test.http(`/data/${file}.csv?lang=${lang}`);
    const [, place = ''] = /^<([^>]+)>; rel="describedby"/.exec(String(headers['link'])) ?? [];
    const answer = await test.http(`/data/${place}`);
    expect(answer.headers['content-type']).toBe('application/csvm+json; charset=utf-8');
    const { url, tableSchema } = answer.json<Csvw>();
    const lines = await csv(below(url));
    expect(lines.length).toBeGreaterThan(200);
    expect(Object.keys(lines[0] ?? {})).toEqual(tableSchema.columns.map(({ name }) => name));
    const wrong = lines.flatMap((line) =>
      tableSchema.columns.filter(({ name, datatype, required }) => {
        const cell = line[name] ?? '';
        return cell === '' ? required === true : TYPES[datatype]?.test(cell) !== true;
      }),
    );
    expect(wrong).toEqual([]);
    const keys = lines.map((line) => tableSchema.primaryKey.map((name) => line[name]).join('|'));
    expect(new Set(keys).size).toBe(lines.length);
  });
});

it('gives each row of the table an address that answers', async () => {
  const { tableSchema } = await read<{ tableSchema: { aboutUrl: string } }>(
    '/data/all.csv-metadata.json',
  );
  const [line = {}] = (await csv('/data/indicators/A4.2.csv?c=KGZ')).filter(
    ({ urbanisation }) => urbanisation === 'R',
  );
  const filled = tableSchema.aboutUrl
    .replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(line[name] ?? ''))
    .replace(/{\?([\w,]+)}/, (_, names: string) => {
      const pairs = names.split(',').map((name) => [name, line[name] ?? '']);
      return `?${new URLSearchParams(pairs).toString()}`;
    });
  expect((await read<{ value: unknown }>(below(filled))).value).toBe(line['value']);
});
