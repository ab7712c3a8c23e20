import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BREAKDOWN_DIMENSIONS, type Part } from '@qadam/domain';
import { writeCursor } from '../../graphql/cursor.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await grow();
}, 120_000);
afterAll(() => test.stop());

type Row = Part & { year: number; value: string | null; obsStatus: string };

const VALUE = 'year sex age urbanisation region breakdown value obsStatus';

const AGES = 60;

/** The last age in alphabetical order. */
const LAST_AGE = 'Y99';

/**
 * A release for this spec: three years of Tajikistan by sex and age at once, two of them also by sex alone; and two years of Uzbekistan with too many
 * parts to draw, of which only the last has a figure, so that it is not among the first 201 in either order.
 */
async function grow(): Promise<void> {
  await test.em().execute(
    `insert into publication.release select (jsonb_populate_record(r, '{"sequence": 3, "number": "2026.3"}')).*
       from publication.release r where sequence = 2`,
  );
  await test.em().execute(
    `insert into publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown, value, obs_status, from_release)
     select 'A4.2', 'TJK', y, s, a, '_T', '_T', '_T', y - 2000 + length(a), 'A', 3
       from generate_series(2021, 2023) y, unnest(array['F', 'G']) s,
            (select '_T' as a union all select 'Y' || n from generate_series(1, ${AGES}) n) ages
      where a <> '_T' or y < 2023`,
  );
  await test.em().execute(
    `insert into publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown, value, obs_status, from_release)
     select 'A4.2', 'UZB', y, 'F', a, '_T', '_T', '_T', case when is_said then 1 end, case when is_said then 'A' else 'M' end, 3
       from unnest(array[2025, 2015]) y, (select 'Y' || n as a from generate_series(1, 150) n) ages,
            lateral (select a = '${LAST_AGE}' as is_said) told
      order by y desc, a`,
  );
  await test.em().execute('select publication.tally_values(3)');
}
const CROSSED = 2 * AGES;
const ALL = 3 * CROSSED + 4;

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = await test.publicQuery<{ answer: T }>(query);
  expect(errors).toBeUndefined();
  return data?.answer as T;
}
const seriesOf = async (code = 'A4.2') => {
  const { series } = await ask<{
    series: { area: string; breakdowns: Row[]; breakdownCount: number }[];
  }>(
    `{ answer: indicator(code: "${code}", lang: en) { series { area breakdownCount breakdowns { ${VALUE} } } } }`,
  );
  return new Map(series.map((one) => [one.area, one]));
};
const page = (args: string) =>
  ask<{ values: Row[]; next: string | null } | null>(
    `{ answer: breakdowns(code: "A4.2", lang: en${args}) { values { ${VALUE} } next } }`,
  );
const keyOf = (row: Row) => [row.year, ...BREAKDOWN_DIMENSIONS.map((name) => row[name])].join('|');

describe('the parts of an indicator', () => {
  it('come with its page where they are few, and are counted', async () => {
    const { breakdowns = [], breakdownCount } = (await seriesOf()).get('KGZ') ?? {};
    expect(breakdowns.length).toBeGreaterThan(30);
    expect(breakdownCount).toBe(breakdowns.length);
    expect((await page(', area: "KGZ"'))?.values.map(keyOf).sort()).toEqual(
      breakdowns.map(keyOf).sort(),
    );
  });

  it('are the first of the newest years where they are many', async () => {
    const { breakdowns = [], breakdownCount } = (await seriesOf()).get('TJK') ?? {};
    expect(breakdownCount).toBe(ALL);
    expect(breakdowns).toHaveLength(50);
    expect(new Set(breakdowns.map(({ year }) => year))).toEqual(new Set([2023]));
  });

  it('are read page by page, each once: the newest year first, in it what is divided once', async () => {
    const rows: Row[] = [];
    let after: string | null = null;
    do {
      const found: { values: Row[]; next: string | null } | null = await page(
        `, area: "TJK", first: 77${after === null ? '' : `, after: "${after}"`}`,
      );
      rows.push(...(found?.values ?? []));
      after = found?.next ?? null;
    } while (after !== null);
    expect(rows).toHaveLength(ALL);
    expect(new Set(rows.map(keyOf)).size).toBe(ALL);
    expect(rows.map(({ year }) => year)).toEqual(
      rows.map(({ year }) => year).sort((a, b) => b - a),
    );
    const [first, second, third] = rows.filter(({ year }) => year === 2022);
    expect([first?.age, second?.age, third?.age]).toEqual(['_T', '_T', 'Y1']);
  });

  it('may be asked for with everything that is said of them', async () => {
    const { data, errors } = await test.publicQuery(
      `{ breakdowns(code: "A4.2", area: "TJK", lang: en, first: 50) { next values { ${VALUE} progress numerator denominator
         missingReason source sourceText body { lang text } period note { lang text } via submittedOn approvedOn revision reason
         withdrawnOn since sinceOn earlier { release publishedOn value obsStatus } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.breakdowns.values).toHaveLength(50);
  });

  it('are narrowed to years and to one part', async () => {
    const part = await page(', area: "TJK", part: "F|Y7|_T|_T|_T", to: 2022');
    expect(part?.values.map(({ year, value }) => [year, value])).toEqual([
      [2022, '24'],
      [2021, '23'],
    ]);
  });

  it.each([
    [', area: "XXX"', null],
    [', area: "CA4"', null],
  ])('are not there of %s', async (args, nothing) => {
    expect(await page(args)).toBe(nothing);
  });

  it.each([
    ', area: "TJK", part: "F"',
    ', area: "TJK", first: 201',
    ', area: "TJK", from: 2026, to: 2015',
    ', area: "TJK", after: "x"',
    `, area: "TJK", after: "${writeCursor('breakdowns', 'x')}"`,
  ])('are not asked for by %s', async (args) => {
    const { errors } = await test.publicQuery(
      `{ breakdowns(code: "A4.2", lang: en${args}) { next } }`,
    );
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('parts that are compared', () => {
  it('are not asked for between years that end before they begin', async () => {
    const { errors } = await test.publicQuery(
      '{ comparedParts(code: "A4.2", lang: en, from: 2026, to: 2015) { area } }',
    );
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  const compared = async (from: number, to: number) => {
    const all = await ask<{ area: string; values: Row[] }[]>(
      `{ answer: comparedParts(code: "A4.2", lang: en, from: ${from}, to: ${to}) { area values { ${VALUE} } } }`,
    );
    return new Map(all.map(({ area, values }) => [area, values]));
  };

  it('are those of the first and the last year in which something is said, by what they are divided by', async () => {
    const found = (await compared(2000, 2025)).get('TJK') ?? [];
    // By sex alone there is no figure for 2023; the crossed parts are too many to draw.
    expect(found.map(({ year, sex, age }) => [year, sex, age])).toEqual([
      [2021, 'F', '_T'],
      [2021, 'G', '_T'],
      [2022, 'F', '_T'],
      [2022, 'G', '_T'],
    ]);
    expect((await compared(2022, 2025)).get('TJK')).toHaveLength(2);
  });

  it('are not half of those that are too many to draw', async () => {
    const found = (await compared(2000, 2025)).get('UZB') ?? [];
    expect(found.filter(({ sex, age }) => sex === 'F' && age.startsWith('Y'))).toEqual([]);
  });

  it('are all there is of two surveys', async () => {
    const { breakdowns = [] } = (await seriesOf()).get('KGZ') ?? {};
    expect((await compared(2000, 2025)).get('KGZ')).toEqual(breakdowns);
  });
});
