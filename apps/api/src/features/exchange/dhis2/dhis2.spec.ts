import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';
import { adx } from '../../imports/formats/adx.ts';
import { allOf } from '../../imports/formats/all-of.ts';
import { dhis2Json } from '../../imports/formats/dhis2-json.ts';
import { ExchangeService } from '../exchange.service.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { adx as adxFormat } from './adx.ts';
import { dataValueSets } from './data-value-sets.ts';

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
      isIndicator: () => false,
      placeOf: () => null,
      columns: null,
    });
    const read = (await allOf(file.rows())).map(({ cells }) =>
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
    // The country, its towns and villages, nine regions, four levels of education and five of wealth.
    expect(body.match(/"?dataElement"?[=:]/g)).toHaveLength(21);
    expect(body).not.toContain('2023');
  });
});

it('says of each value whose it is and by which licence', async () => {
  const adxFile = (await test.http('/dhis2/adx.xml')).body;
  const json = (await test.http('/dhis2/dataValueSets.json')).json<{
    dataValues: { comment: string }[];
  }>();
  const commented = [...adxFile.matchAll(/<dataValue [^>]* comment="([^"]+)"\/>/g)].map(
    ([, text]) => text,
  );
  expect(commented).toHaveLength(json.dataValues.length);
  expect(json.dataValues).toHaveLength(standing.length);
  const licences = await test.em().execute<{ licence: string }[]>(
    `select distinct s.licence from publication.value v join publication.source s on s.id = v.source and s.until_release is null
     where v.until_release is null and v.value is not null`,
  );
  expect(licences.length).toBeGreaterThan(5);
  for (const { licence } of licences)
    expect(json.dataValues.some(({ comment }) => comment.endsWith(` (${licence})`))).toBe(true);
  for (const { comment } of json.dataValues) expect(comment).toMatch(/\(.+\)$/s);
});

it('says that its identifiers are codes, and no more than DHIS2 can take', async () => {
  const { body } = await test.http('/dhis2/dataValueSets.json?c=KGZ&i=A4.2');
  const { dataValues, ...head } = JSON.parse(body) as Record<string, unknown>;
  expect(dataValues).not.toEqual([]);
  expect(head).toMatchObject({
    dataSet: 'QADAM',
    idScheme: 'CODE',
    dataSetIdScheme: 'CODE',
    dataElementIdScheme: 'CODE',
    orgUnitIdScheme: 'CODE',
    categoryOptionComboIdScheme: 'CODE',
  });
  // a data set is complete for one period and one unit, and the text of an annotation would be the value
  expect(head).not.toHaveProperty('completeDate');
  expect((await test.http('/dhis2/adx.xml')).body).not.toContain('<annotation');
});

it('names a value that is broken down as DHIS2 does', async () => {
  const { body } = await test.http('/dhis2/adx.xml?c=KGZ&i=A4.2&t=2018..2018');
  expect(body).toContain('<group dataSet="QADAM" orgUnit="KG" period="2018-01-01/P1Y">');
  expect(body).toContain('<dataValue dataElement="A4_2" URBANISATION="R" value="15.7" comment="');
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

it('writes several categories of a value as the importer reads them', async () => {
  const released: ReleasedRow = {
    ...{ indicator: 'A5.10', area: 'KAZ', year: 2022, sex: 'F', age: 'Y15T49' },
    ...{ urbanisation: '_T', region: '_T', breakdown: 'PHYS', value: '7' },
    ...{ numerator: null, denominator: null, obsStatus: 'A', confStatus: 'F', missingReason: null },
    ...{ status: null, progress: null, pace: null, source: null, sourceText: null, via: null },
    ...{ body: null, period: null, factDate: null, provision: null, basis: null },
    ...{ level: null, levelLow: null, levelHigh: null, word: null, movement: null },
    ...{ note: null, submittedOn: null, approvedOn: null, revision: null },
    ...{ since: '2026.3', sinceSequence: 3 },
  };
  const exchange = test.app.get(ExchangeService, { strict: false });
  const context = await exchange.open(await exchange.release('en', {}), 'en', {});
  for (const [format, reader] of [
    [adxFormat, adx],
    [dataValueSets, dhis2Json],
  ] as const) {
    const pieces: string[] = [];
    const pages = Readable.from([[released]]);
    for await (const piece of format.write(pages, context)) pieces.push(String(piece));
    const { rows } = await reader.read(Buffer.from(pieces.join('')), {
      ...{
        fileName: 'x',
        template: { area: 'KAZ', cycle: 2025 },
        total: [],
        isIndicator: () => false,
        placeOf: () => null,
        columns: null,
      },
    });
    expect(
      (await allOf(rows())).map(({ cells }) =>
        ['indicator', 'sex', 'age', 'breakdown', 'value'].map(
          (name) => cells[name as keyof typeof cells]?.text,
        ),
      ),
    ).toEqual([['A5_10', 'F', 'Y15T49', 'PHYS', '7']]);
  }
});
