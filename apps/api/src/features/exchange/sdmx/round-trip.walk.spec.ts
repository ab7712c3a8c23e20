import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { importRequests } from '../../../testing/import-requests.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';

const CELL = 'o.indicator, o.sex, o.age, o.urbanisation, o.region, o.breakdown';
const FIGURE = `trim_scale(r.value)::text as value, trim_scale(r.numerator)::text as numerator, trim_scale(r.denominator)::text as denominator,
  r.missing_reason as missing`;
const CASES = [
  ['KG', 'KGZ', 2018],
  ['KG', 'KGZ', 2020],
  ['KZ', 'KAZ', 2022],
  ['TJ', 'TJK', 2020],
] as const;

let from: TestApp;
let into: TestApp;
beforeAll(async () => {
  from = await startTestApp({ seed: 'demo' });
  await publishThird(from);
  into = await startTestApp({ seed: 'framework' });
  const organisation = randomUUID();
  const run = (sql: string, parameters: unknown[] = []) => into.em().execute(sql, parameters);
  await run(
    `insert into work.organisation (id, code, area, names) values ('${organisation}', 'ALL', null, '{"en": "All"}')`,
  );
  for (const { indicator, ...parts } of await partsPublished()) {
    const axes = Object.entries(parts)
      .filter(([, codes]) => codes.length > 0)
      .map(([dimension, codes]) => ({
        dimension,
        codes: codes.map((code) => ({ code, name: {} })),
      }));
    await run('update work.indicator set breakdowns = ?, table_axes = ? where code = ?', [
      `{${axes.map(({ dimension }) => dimension).join(',')}}`,
      JSON.stringify(axes),
      indicator,
    ]);
  }
  for (const year of new Set(CASES.map(([, , of]) => of))) {
    await run(
      `insert into work.cycle (year, opens_on, due_on, closes_on) values (${String(year)}, current_date - 30, current_date + 30, current_date + 60)`,
    );
    await run(
      `insert into work.assignment (cycle, indicator, area, organisation) select ${String(year)}, i.code, a.code, '${organisation}'
       from work.indicator i, work.area a where i.scope = 'COUNTRY' and a.kind = 'COUNTRY'`,
    );
  }
}, 180_000);
afterAll(async () => {
  await from.stop();
  await into.stop();
});

interface Parts {
  indicator: string;
  sex: string[];
  age: string[];
  urbanisation: string[];
  region: string[];
  breakdown: string[];
}

/** A return takes only parts that its tables ask for, so the empty database is made to ask for all published ones. */
const partsPublished = () => {
  const codes = (dimension: string) =>
    `coalesce(array_agg(distinct ${dimension}) filter (where ${dimension} <> '_T'), '{}') as ${dimension}`;
  return from
    .em()
    .execute<Parts[]>(
      `select indicator, ${['sex', 'age', 'urbanisation', 'region', 'breakdown'].map(codes).join(', ')} from publication.value group by 1`,
    );
};

/** The figures of a country and year; of a hidden one only that it is hidden. */
const figures = (test: TestApp, sql: string, area: string, year: number) =>
  test.em().execute<object[]>(`${sql} order by ${CELL}`, [area, year]);

it.each(CASES)(
  'what leaves for %s as SDMX-CSV comes back into an empty database as the same figures (%s, %i)',
  async (iso2, area, year) => {
    const { body } = await from.http({
      url: `/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*?c[TIME_PERIOD]=${String(year)}&c[REF_AREA]=sw:${iso2}`,
      headers: { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' },
    });
    const { body: told } = await importRequests(into).send(
      `reporter.${area.toLowerCase()}@demo.example`,
      body,
      { country: area, cycle: String(year), dryRun: false, fileName: 'sdmx.csv' },
    );
    expect(told).toMatchObject({ state: 'COMMITTED', summary: { rejected: 0, errors: 0 } });
    const sent = await figures(
      from,
      `select ${CELL}, ${FIGURE.replace('r.missing_reason', `case r.obs_status when 'Q' then 'SUPPRESSED' else r.missing_reason end`)}
       from publication.value o join publication.value r using (indicator, area, year, sex, age, urbanisation, region, breakdown, from_release)
       where o.until_release is null and o.area = ? and o.year = ?`,
      area,
      year,
    );
    const stored = await figures(
      into,
      `select ${CELL}, ${FIGURE} from work.observation o join work.revision r on r.id = o.current_revision where o.area = ? and o.year = ?`,
      area,
      year,
    );
    expect(sent.length).toBeGreaterThan(1);
    expect(stored).toEqual(sent);
  },
);
