import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';
import { adx } from '../../imports/formats/adx.ts';
import { dhis2Json } from '../../imports/formats/dhis2-json.ts';

let test: TestApp;
let standing: string[];
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await publishThird(test);
  const rows = await test.em().execute<Record<string, string>[]>(
    `select replace(v.indicator, '.', '_') as indicator, case v.region when '_T' then coalesce(a.iso2, v.area) else v.region end as area,
       v.year::text as year, nullif(v.sex, '_T') as sex, nullif(v.urbanisation, '_T') as urbanisation, trim_scale(v.value)::text as value
     from publication.value v join publication.area a on a.code = v.area and a.until_release is null
     where v.until_release is null and v.value is not null`,
  );
  standing = rows.map(line).sort();
}, 120_000);
afterAll(() => test.stop());

const line = (row: Record<string, string | null | undefined>) =>
  ['indicator', 'area', 'year', 'sex', 'urbanisation', 'value']
    .map((name) => row[name] ?? '')
    .join('|');

describe.each([
  ['/dhis2/adx.xml', adx],
  ['/dhis2/dataValueSets.json', dhis2Json],
])('%s', (url, format) => {
  it('holds every value that stands, as the importer reads it back, and no hidden cell', async () => {
    const answer = await test.http(url);
    expect(answer.statusCode).toBe(200);
    const file = await format.read(answer.rawPayload, {
      fileName: 'x',
      template: { area: 'KAZ', cycle: 2025 },
      total: [],
      columns: null,
    });
    const read = [...file.rows].map(({ cells }) =>
      line(Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell.text]))),
    );
    expect(read.length).toBeGreaterThan(600);
    expect(read.sort()).toEqual(standing);
    expect(
      read.filter((one) => one.startsWith('A5_10|KZ|2022|F') || one.startsWith('A5_10|KZ|2022|M')),
    ).toEqual([]);
  });

  it('keeps to the countries, years and indicators asked for, in the release asked for', async () => {
    const { body, headers } = await test.http(`${url}?c=KGZ&i=A4.2&t=2018..2018&release=2026.1`);
    expect(headers['content-disposition']).toContain('2026.1');
    // The country, its towns and villages, and nine regions.
    expect(body.match(/"?dataElement"?[=:]/g)).toHaveLength(12);
    expect(body).not.toContain('2023');
  });
});

it('names a value that is broken down as DHIS2 does', async () => {
  const { body } = await test.http('/dhis2/adx.xml?c=KGZ&i=A4.2&t=2018..2018');
  expect(body).toContain('<group dataSet="QADAM" orgUnit="KG" period="2018-01-01/P1Y">');
  expect(body).toContain('<dataValue dataElement="A4_2" URBANISATION="R" value="15.7"/>');
  const json = (await test.http('/dhis2/dataValueSets.json?c=KGZ&i=A4.2&t=2018..2018')).json<{
    dataValues: object[];
  }>();
  expect(json.dataValues).toContainEqual({
    dataElement: 'A4_2',
    orgUnit: 'KG',
    period: '2018',
    value: '15.7',
    categoryOptionCombo: 'URBANISATION_R',
    comment: expect.any(String),
  });
});
